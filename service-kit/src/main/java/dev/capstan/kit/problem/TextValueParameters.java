package dev.capstan.kit.problem;

import dev.capstan.contracts.TextValue;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.databind.json.JsonMapper;

/** Contract values as path and query parameters, read as in a body. */
final class TextValueParameters implements ConverterFactory<String, TextValue> {

    private final JsonMapper mapper;

    TextValueParameters(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public <T extends TextValue> Converter<String, T> getConverter(Class<T> type) {
        return text -> mapper.convertValue(text, type);
    }
}
