package dev.capstan.kit.json;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The dialect without Spring, for plain tests and tools. */
public final class JsonDialect {

    private JsonDialect() {}

    /** As used on the HTTP edge: unknown and doubled fields are refused. */
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        apply(builder);
        return builder.build();
    }

    static void apply(JsonMapper.Builder builder) {
        builder.addModule(new CapstanJsonModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
