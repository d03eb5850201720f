package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.application.AwaitOrder;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One order; {@code wait} holds the answer back until the order changes. */
@RestController
class OrderController {

    private static final Pattern WAIT = Pattern.compile("([0-9]{1,5})(ms|s)");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final OrderAccess access;
    private final AwaitOrder await;

    OrderController(OrderAccess access, AwaitOrder await) {
        this.access = access;
        this.await = await;
    }

    @Allowed
    @GetMapping("/api/orders/{orderId}")
    OrderView order(Caller caller, @PathVariable OrderId orderId, @RequestParam(required = false) @Nullable String wait)
            throws InterruptedException {
        Duration atMost = wait(wait);
        Order order = access.require(caller, orderId, Permission.VIEW);
        return OrderView.of(order.isTerminal() || atMost.isZero() ? order : await.change(order, atMost));
    }

    private static Duration wait(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        Matcher matcher = WAIT.matcher(text);
        Duration wait = matcher.matches() ? duration(matcher) : LONGEST_WAIT.plusMillis(1);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw ProblemException.invalid("wait", "expected 0s to 20s, e.g. 5s or 500ms, got: " + text);
        }
        return wait;
    }

    private static Duration duration(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
    }
}
