package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request of the WebSocket API.
 *
 * @param id echoed as it came: a number, a text or null
 * @param method without the version some clients put before it
 */
record RequestFrame(JsonNode id, String method, Map<String, String> parameters, boolean wantsRateLimits) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Reads a frame.
     *
     * @throws dev.capstan.simulator.binance.protocol.ApiException when it is no request
     */
    static RequestFrame parse(String message) {
        JsonNode json = tree(message);
        JsonNode method = json.get("method");
        if (method == null || !method.isString()) {
            throw ParameterErrors.invalidJson();
        }
        JsonNode id = json.get("id");
        JsonNode params = json.get("params");
        boolean wantsRateLimits =
                params == null || params.path("returnRateLimits").asBoolean(true);
        String name = method.stringValue();
        return new RequestFrame(
                id == null ? JsonNodeFactory.instance.nullNode() : id,
                name.startsWith("v3/") ? name.substring(3) : name,
                parameters(params == null ? JsonNodeFactory.instance.objectNode() : params),
                wantsRateLimits);
    }

    /** What its signature has to be of. */
    String payload() {
        return Signature.webSocketPayload(parameters);
    }

    private static JsonNode tree(String message) {
        try {
            JsonNode json = JSON.readTree(message);
            if (json == null || !json.isObject()) {
                throw ParameterErrors.invalidJson();
            }
            return json;
        } catch (JacksonException malformed) {
            throw ParameterErrors.invalidJson();
        }
    }

    private static Map<String, String> parameters(JsonNode params) {
        Map<String, String> parameters = new LinkedHashMap<>();
        params.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            parameters.put(entry.getKey(), value.isValueNode() ? value.asString("") : value.toString());
        });
        return parameters;
    }
}
