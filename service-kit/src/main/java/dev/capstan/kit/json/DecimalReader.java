package dev.capstan.kit.json;

import dev.capstan.contracts.value.Money;
import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a decimal from a string in plain notation; a JSON number is refused. */
final class DecimalReader extends StdScalarDeserializer<BigDecimal> {

    DecimalReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (BigDecimal) context.handleUnexpectedToken(context.constructType(BigDecimal.class), parser);
        }
        String text = parser.getString();
        try {
            return Money.parse(text).value();
        } catch (IllegalArgumentException e) {
            throw InvalidFormatException.from(parser, String.valueOf(e.getMessage()), text, BigDecimal.class);
        }
    }
}
