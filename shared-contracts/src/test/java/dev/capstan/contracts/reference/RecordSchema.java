package dev.capstan.contracts.reference;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (2020-12) that follows from a contract record; written with sorted, stable text. */
final class RecordSchema {

    private static final Set<Class<?>> DECIMALS = Set.of(Price.class, Quantity.class, Money.class, BigDecimal.class);

    private RecordSchema() {}

    static String of(String id, Class<?> record) {
        return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"https://capstan.dev/schemas/"
                + id + "\",\n" + body(record, "  ") + "\n}\n";
    }

    private static String body(Class<?> record, String indent) {
        List<String> required = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable) {
                required.add("\"" + component.getName() + "\"");
            }
            properties.add(indent + "  \"" + component.getName() + "\": "
                    + type(component.getGenericType(), nullable, indent + "  "));
        }
        return indent + "\"type\": \"object\",\n" + indent + "\"required\": [" + String.join(", ", required) + "],\n"
                + indent + "\"properties\": {\n" + String.join(",\n", properties) + "\n" + indent + "}";
    }

    private static String type(Type type, boolean nullable, String indent) {
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            String values = type(map.getActualTypeArguments()[1], false, indent);
            return "{\"type\": \"object\", \"additionalProperties\": " + values + "}";
        }
        if (type instanceof ParameterizedType list) {
            return "{\"type\": \"array\", \"items\": " + type(list.getActualTypeArguments()[0], false, indent) + "}";
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord() && !TextValue.class.isAssignableFrom(raw)) {
            String object = "{\n" + body(raw, indent + "  ") + "\n" + indent + "}";
            return nullable ? "{\"anyOf\": [{\"type\": \"null\"}, " + object + "]}" : object;
        }
        return scalar(raw, nullable);
    }

    private static String scalar(Class<?> raw, boolean nullable) {
        if (raw.isEnum()) {
            String names = String.join(
                    ", ",
                    Arrays.stream(raw.getEnumConstants())
                            .map(value -> "\"" + value + "\"")
                            .toList());
            return "{\"enum\": [" + names + (nullable ? ", null" : "") + "]}";
        }
        if (raw == long.class || raw == int.class) {
            return "{\"type\": \"integer\"}";
        }
        if (raw == double.class) {
            return "{\"type\": \"number\"}";
        }
        if (raw == boolean.class) {
            return "{\"type\": \"boolean\"}";
        }
        return "{\"type\": " + (nullable ? "[\"string\", \"null\"]" : "\"string\"") + format(raw) + "}";
    }

    private static String format(Class<?> raw) {
        if (raw == Instant.class) {
            return ", \"format\": \"date-time\"";
        }
        if (raw == UUID.class) {
            return ", \"format\": \"uuid\"";
        }
        return DECIMALS.contains(raw) ? ", \"pattern\": \"^-?[0-9]+(\\\\.[0-9]+)?$\"" : "";
    }
}
