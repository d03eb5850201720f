package dev.capstan.kit.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a contract value from a JSON string and from nothing else, so that a decimal never passes through a binary number. */
final class TextValueReader extends StdScalarDeserializer<Object> {

    private final TextValueType type;

    TextValueReader(Class<?> rawType) {
        super(rawType);
        this.type = TextValueType.of(rawType);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return context.handleUnexpectedToken(context.constructType(handledType()), parser);
        }
        String text = parser.getString();
        try {
            return type.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(parser, e, text, handledType());
        }
    }

    private static InvalidFormatException refused(
            @Nullable JsonParser parser, IllegalArgumentException cause, String text, Class<?> target) {
        InvalidFormatException refusal =
                InvalidFormatException.from(parser, String.valueOf(cause.getMessage()), text, target);
        refusal.initCause(cause);
        return refusal;
    }

    /** The same for the keys of a map. */
    static KeyDeserializer forKeys(Class<?> rawType) {
        TextValueType type = TextValueType.of(rawType);
        return new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                try {
                    return type.parse(key);
                } catch (IllegalArgumentException e) {
                    throw refused(context.getParser(), e, key, rawType);
                }
            }
        };
    }
}
