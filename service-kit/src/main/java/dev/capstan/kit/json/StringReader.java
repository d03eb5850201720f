package dev.capstan.kit.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a text from a JSON string and from nothing else: 1.50 made a text would have lost its zero, and {@code true} is nobody's name. */
final class StringReader extends StdScalarDeserializer<String> {

    StringReader() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
        }
        String text = parser.getString();
        if (Storable.isNot(text)) {
            throw InvalidFormatException.from(parser, Storable.EXPECTED, text, String.class);
        }
        return text;
    }
}
