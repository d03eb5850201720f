package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.application.OrderPages;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page begins, in a form that callers hand back without reading it. */
final class OrderCursor {

    private OrderCursor() {}

    static String after(Order order) {
        String text = order.terms().receivedAt() + " " + order.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<OrderPages.Position> parse(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return Optional.of(
                    new OrderPages.Position(Instant.parse(parts[0]), OrderId.parse(parts[parts.length - 1])));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw ProblemException.invalid("cursor", "expected a nextCursor of an earlier answer");
        }
    }
}
