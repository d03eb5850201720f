package dev.capstan.kit.json;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value as a JSON string, as a value or as the key of a map. */
final class TextWriter<T> extends StdSerializer<T> {

    private final Function<T, String> text;
    private final boolean key;

    private TextWriter(Class<T> type, Function<T, String> text, boolean key) {
        super(type);
        this.text = text;
        this.key = key;
    }

    static <T> TextWriter<T> value(Class<T> type, Function<T, String> text) {
        return new TextWriter<>(type, text, false);
    }

    static <T> TextWriter<T> key(Class<T> type, Function<T, String> text) {
        return new TextWriter<>(type, text, true);
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        if (key) {
            generator.writeName(text.apply(value));
        } else {
            generator.writeString(text.apply(value));
        }
    }
}
