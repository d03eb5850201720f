package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.protocol.Times;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who a connection of the WebSocket API belongs to, once it has logged on. */
final class LogOn {

    private @Nullable String apiKey;
    private long since;

    /** The key that requests without one are made with. */
    Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    void enter(String key, long nowMicros) {
        apiKey = key;
        since = nowMicros;
    }

    void leave() {
        apiKey = null;
        since = 0;
    }

    /** What the venue says of it, without the rate limits. */
    ObjectNode json(long connectedMicros, long nowMicros, boolean listens, boolean showsLimits, Times times) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("apiKey", apiKey);
        if (apiKey == null) {
            json.putNull("authorizedSince");
        } else {
            json.put("authorizedSince", times.of(since));
        }
        return json.put("connectedSince", times.of(connectedMicros))
                .put("returnRateLimits", showsLimits)
                .put("serverTime", times.of(nowMicros))
                .put("userDataStream", listens);
    }
}
