package dev.capstan.execution.venue.adapter.binance.protocol;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON object of the venue field by field; fields nobody asks for are ignored, a missing one names itself. */
public final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    /** Any JSON text. */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new MalformedReplyException("not JSON: " + excerpt(text), e);
        }
    }

    public static Fields of(JsonNode node) {
        if (!node.isObject()) {
            throw new MalformedReplyException("expected an object, got: " + excerpt(node.toString()));
        }
        return new Fields(node);
    }

    public static Fields ofObject(String text) {
        return of(parse(text));
    }

    public static List<Fields> ofArray(String text) {
        return ofArray(parse(text));
    }

    public static List<Fields> ofArray(JsonNode array) {
        if (!array.isArray()) {
            throw new MalformedReplyException("expected a list, got: " + excerpt(array.toString()));
        }
        return array.valueStream().map(Fields::of).toList();
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public String text(String name) {
        JsonNode value = required(name);
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** Null when the field is absent, null or empty. */
    public @Nullable String textOrNull(String name) {
        if (!has(name)) {
            return null;
        }
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    public long number(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()) {
            throw new MalformedReplyException("expected a whole number in " + name + ", got: " + value);
        }
        return value.longValue();
    }

    public boolean flag(String name) {
        return has(name) && required(name).asBoolean();
    }

    public Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    public Quantity quantity(String name) {
        return value(name, Quantity::parse);
    }

    public Price price(String name) {
        return value(name, Price::parse);
    }

    public Money money(String name) {
        return value(name, Money::parse);
    }

    /** Reads the text of a field with a parser of ours; its complaint names the field. */
    public <T> T value(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedReplyException("field " + name + ": " + e.getMessage(), e);
        }
    }

    public Fields object(String name) {
        return of(required(name));
    }

    public List<Fields> list(String name) {
        return ofArray(required(name));
    }

    /** A list of plain texts. */
    public List<String> texts(String name) {
        JsonNode array = required(name);
        if (!array.isArray()) {
            throw new MalformedReplyException("field " + name + ": expected a list, got: " + excerpt(array.toString()));
        }
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new MalformedReplyException("no field " + name + " in " + excerpt(node.toString()));
        }
        return value;
    }

    private static String excerpt(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
