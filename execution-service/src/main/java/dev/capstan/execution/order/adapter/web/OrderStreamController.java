package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.StreamPage;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbered events of a stream, byte for byte as they were stored, for consumers that lack some. */
@RestController
class OrderStreamController {

    private static final int MOST = 1000;

    private final OrderHistory history;

    OrderStreamController(OrderHistory history) {
        this.history = history;
    }

    @Allowed(Role.SERVICE)
    @GetMapping(
            path = "/internal/streams/{accountId}/{instrumentId}/events",
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] events(
            @PathVariable AccountId accountId,
            @PathVariable InstrumentId instrumentId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "500") int limit) {
        if (after < 0) {
            throw ProblemException.invalid("after", "expected 0 or more, got: " + after);
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "expected 1 to " + MOST + ", got: " + limit);
        }
        return json(history.stream(new StreamKey(accountId, instrumentId), after, limit));
    }

    private static byte[] json(StreamPage page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(utf8("{\"items\":["));
        String comma = "";
        for (byte[] event : page.events()) {
            out.writeBytes(utf8(comma));
            out.writeBytes(event);
            comma = ",";
        }
        out.writeBytes(utf8("],\"lastNumber\":" + page.lastNumber() + "}"));
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
