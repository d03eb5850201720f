package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.Parameters;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The request for an account's events, and the answer to it. */
final class Subscription {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ID = "subscribe";
    private static final long WINDOW_MILLIS = 5000;
    /** A signature that is not the key's, a key that is none, one that is unknown or may not. */
    private static final Set<Long> OF_KEYS = Set.of(-1022L, -2014L, -2015L);

    private final CompletableFuture<@Nullable Void> accepted = new CompletableFuture<>();

    /** Signed now; it is out of date within seconds. */
    String request(Credential credential, Instant venueTime) {
        Parameters parameters =
                new Parameters().with("timestamp", venueTime.toEpochMilli()).with("recvWindow", WINDOW_MILLIS);
        Map<String, String> signed = parameters.signedForWebSocket(credential);
        return JSON.writeValueAsString(
                Map.of("id", ID, "method", "userDataStream.subscribe.signature", "params", signed));
    }

    /** True when {@code frame} was the answer. */
    boolean answeredBy(Fields frame) {
        if (accepted.isDone() || !frame.has("id") || !frame.text("id").equals(ID)) {
            return false;
        }
        if (frame.number("status") == 200) {
            accepted.complete(null);
        } else {
            accepted.completeExceptionally(refusal(frame));
        }
        return true;
    }

    private static StreamRefusedException refusal(Fields frame) {
        if (!frame.has("error")) {
            return new StreamRefusedException("status " + frame.number("status"), false);
        }
        Fields error = frame.object("error");
        return new StreamRefusedException(error.text("msg"), OF_KEYS.contains(error.number("code")));
    }

    CompletableFuture<@Nullable Void> accepted() {
        return accepted;
    }
}
