package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.binance.stream.MarketStreams;
import dev.capstan.simulator.binance.stream.StreamClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One connection to the market streams. */
final class StreamSession implements Connection.Role {

    private static final int MOST_STREAMS = 1_024;
    private static final int POLICY_VIOLATION = 1008;

    private final MarketStreams streams;
    private final List<String> initial;
    private final boolean combined;
    private final Times times;
    private final int messagesPerSecond;
    private long second;
    private int messages;
    private @Nullable StreamClient client;
    private @Nullable Connection connection;

    /**
     * @param initial streams named in the address
     * @param combined whether events are wrapped with the name of their stream
     */
    StreamSession(MarketStreams streams, List<String> initial, boolean combined, Times times, int messagesPerSecond) {
        this.streams = streams;
        this.initial = initial;
        this.combined = combined;
        this.times = times;
        this.messagesPerSecond = messagesPerSecond;
    }

    @Override
    public void opened(Connection opened) {
        connection = opened;
        StreamClient joined = new StreamClient(opened::send, combined, times);
        client = joined;
        initial.forEach(name -> streams.subscribe(joined, name));
    }

    @Override
    public void closed() {
        if (client != null) {
            streams.remove(client);
        }
    }

    @Override
    public void received(String message) {
        received();
        if (client != null && connection != null) {
            connection.send(answer(client, message).toString());
        }
    }

    /** Cuts a client that sends more than it may. */
    @Override
    public void received() {
        Connection open = connection;
        if (open == null) {
            return;
        }
        long now = open.now() / 1_000L;
        messages = now == second ? messages + 1 : 1;
        second = now;
        if (messages > messagesPerSecond) {
            open.close(POLICY_VIOLATION, "Too many requests");
        }
    }

    private ObjectNode answer(StreamClient open, String message) {
        JsonNode json = tree(message);
        JsonNode id = json.get("id");
        List<String> names = names(json.path("params"));
        return switch (json.path("method").asString("")) {
            case "SUBSCRIBE" -> subscribe(open, names, id);
            case "UNSUBSCRIBE" -> {
                names.forEach(name -> streams.unsubscribe(open, name));
                yield result(JsonNodeFactory.instance.nullNode(), id);
            }
            case "LIST_SUBSCRIPTIONS" -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                streams.of(open).forEach(list::add);
                yield result(list, id);
            }
            default -> error(2, "Invalid request: unknown variant", id);
        };
    }

    private ObjectNode subscribe(StreamClient open, List<String> names, @Nullable JsonNode id) {
        if (streams.of(open).size() + names.size() > MOST_STREAMS) {
            return error(2, "Invalid request: too many streams", id);
        }
        names.forEach(name -> streams.subscribe(open, name));
        return result(JsonNodeFactory.instance.nullNode(), id);
    }

    private static JsonNode tree(String message) {
        try {
            JsonNode json = JsonMapper.shared().readTree(message);
            return json == null ? JsonNodeFactory.instance.objectNode() : json;
        } catch (JacksonException malformed) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static List<String> names(JsonNode params) {
        List<String> names = new ArrayList<>();
        params.forEach(each -> names.add(each.asString("")));
        return names;
    }

    private static ObjectNode result(JsonNode result, @Nullable JsonNode id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("result", result);
        json.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
        return json;
    }

    private static ObjectNode error(int code, String text, @Nullable JsonNode id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").put("code", code).put("msg", text);
        json.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
        return json;
    }

    /** Stream names out of a list separated by slashes; a part without {@code @} is no stream. */
    static List<String> namesIn(String text) {
        return Arrays.stream(text.split("/")).filter(name -> name.contains("@")).toList();
    }
}
