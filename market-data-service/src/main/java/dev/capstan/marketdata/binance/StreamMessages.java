package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads frames of {@code /stream} (wrapped in {@code stream} and {@code data}) and of {@code /ws} (bare). */
final class StreamMessages {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StreamMessages() {}

    static StreamMessage parse(String frame) {
        try {
            JsonNode root = JSON.readTree(frame);
            return event(root.has("data") ? root.path("data") : root);
        } catch (JacksonException | IllegalArgumentException e) {
            return new StreamMessage.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static StreamMessage event(JsonNode event) {
        return switch (event.path("e").asString("")) {
            case "trade" -> trade(event);
            case "kline" -> kline(event);
            case "serverShutdown" -> new StreamMessage.ServerShutdown();
            default -> new StreamMessage.Other();
        };
    }

    private static StreamMessage.Trade trade(JsonNode event) {
        return new StreamMessage.Trade(instrument(event), price(event, "p"), quantity(event, "q"), instant(event, "E"));
    }

    private static StreamMessage.KlineUpdate kline(JsonNode event) {
        JsonNode k = event.path("k");
        Kline kline = new Kline(
                instrument(event),
                text(k, "i"),
                instant(k, "t"),
                price(k, "o"),
                price(k, "h"),
                price(k, "l"),
                price(k, "c"),
                quantity(k, "v"),
                Money.parse(text(k, "q")),
                k.path("n").asLong(0),
                quantity(k, "V"),
                Money.parse(text(k, "Q")));
        return new StreamMessage.KlineUpdate(kline, k.path("x").asBoolean(false), instant(event, "E"));
    }

    private static InstrumentId instrument(JsonNode event) {
        return new InstrumentId(text(event, "s"), BinanceRest.VENUE);
    }

    private static Price price(JsonNode node, String field) {
        return Price.parse(text(node, field));
    }

    private static Quantity quantity(JsonNode node, String field) {
        return Quantity.parse(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("expected a text in field " + field);
        }
        return value.asString();
    }

    private static Instant instant(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("expected milliseconds in field " + field);
        }
        return Instant.ofEpochMilli(value.asLong());
    }
}
