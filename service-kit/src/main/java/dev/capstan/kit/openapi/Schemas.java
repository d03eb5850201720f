package dev.capstan.kit.openapi;

import dev.capstan.contracts.TextValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas of Java types as our dialect writes them. Records, enums and contract values become components that the rest refers to;
 * a type that is none of what we write to JSON is described as anything.
 */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ComponentNames names;
    private final SortedMap<String, ObjectNode> components = new TreeMap<>();

    Schemas(String service) {
        this.names = new ComponentNames(service);
    }

    SortedMap<String, ObjectNode> components() {
        return components;
    }

    /** The schema of a value; {@code input} when it is read from a request, where unknown fields are refused. */
    ObjectNode of(ResolvableType type, boolean input) {
        Class<?> raw = type.resolve(Object.class);
        ObjectNode scalar = scalar(raw);
        if (scalar != null) {
            return scalar;
        }
        if (TextValue.class.isAssignableFrom(raw)) {
            return component(type, schema -> text(schema, ValueForm.of(raw)));
        }
        if (raw.isEnum()) {
            return component(type, schema -> enumeration(schema, raw));
        }
        return composite(type, raw, input);
    }

    private ObjectNode composite(ResolvableType type, Class<?> raw, boolean input) {
        if (raw == Optional.class) {
            return nullable(of(type.getGeneric(0), input));
        }
        if (raw.isArray()) {
            return list(of(type.getComponentType(), input));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return list(of(type.asCollection().getGeneric(0), input));
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = ofType("object");
            map.set("additionalProperties", of(type.asMap().getGeneric(1), input));
            return map;
        }
        if (raw.isRecord()) {
            return component(type, schema -> new RecordShape(this, input).describe(schema, type));
        }
        return raw.isSealed() ? oneOfItsKinds(raw, input) : JSON.objectNode();
    }

    private ObjectNode oneOfItsKinds(Class<?> sealed, boolean input) {
        ObjectNode schema = JSON.objectNode();
        var kinds = schema.putArray("anyOf");
        Arrays.stream(sealed.getPermittedSubclasses())
                .forEach(kind -> kinds.add(of(ResolvableType.forClass(kind), input)));
        return schema;
    }

    private static @Nullable ObjectNode scalar(Class<?> raw) {
        if (raw == String.class || raw == CharSequence.class) {
            return ofType("string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return ofType("boolean");
        }
        if (raw == int.class || raw == Integer.class || raw == short.class || raw == Short.class) {
            return ofType("integer").put("format", "int32");
        }
        if (raw == long.class || raw == Long.class) {
            return ofType("integer").put("format", "int64");
        }
        if (raw == double.class || raw == Double.class) {
            return ofType("number").put("format", "double");
        }
        return formatted(raw);
    }

    private static @Nullable ObjectNode formatted(Class<?> raw) {
        if (raw == Instant.class) {
            ObjectNode instant = ofType("string").put("format", "date-time");
            instant.putArray("examples").add("2026-11-20T09:30:00.000000Z");
            return instant;
        }
        if (raw == LocalDate.class) {
            return ofType("string").put("format", "date");
        }
        if (raw == UUID.class) {
            return ofType("string").put("format", "uuid");
        }
        if (raw == BigDecimal.class) {
            ObjectNode decimal = JSON.objectNode();
            text(decimal, ValueForm.DECIMAL);
            return decimal;
        }
        return null;
    }

    private static void text(ObjectNode schema, @Nullable ValueForm form) {
        schema.put("type", "string");
        if (form != null) {
            schema.put("pattern", form.pattern());
            schema.putArray("examples").add(form.example());
        }
    }

    private static void enumeration(ObjectNode schema, Class<?> type) {
        schema.put("type", "string");
        var constants = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).map(String::valueOf).forEach(constants::add);
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = ofType("array");
        list.set("items", items);
        return list;
    }

    static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isString()) {
            String type = schema.path("type").asString();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(ofType("null"));
        return either;
    }

    static ObjectNode ofType(String type) {
        return JSON.objectNode().put("type", type);
    }

    private ObjectNode component(ResolvableType type, Consumer<ObjectNode> description) {
        String name = names.of(type);
        if (!components.containsKey(name)) {
            ObjectNode schema = JSON.objectNode();
            // Known before it is described, so that a type may contain itself.
            components.put(name, schema);
            description.accept(schema);
        }
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** Adds the bounds of what carries the annotations; a reference has its own. */
    static ObjectNode bounded(ObjectNode schema, Constraints.Annotations annotations) {
        if (!schema.has("$ref")) {
            Constraints.describe(schema, annotations);
        }
        return schema;
    }
}
