package dev.capstan.systemtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a value of the API looks like, as the document says.
 *
 * @param nullable whether it may be null, or be left out of an object
 */
record Shape(JsonNode document, JsonNode schema, boolean nullable) {

    /** Follows references, and looks through "this or null". */
    static Shape of(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return of(document, document.at(schema.path("$ref").asString().substring(1)));
        }
        for (JsonNode kind : schema.path("anyOf")) {
            if (!"null".equals(kind.path("type").asString(""))) {
                Shape inner = of(document, kind);
                return new Shape(document, inner.schema, true);
            }
        }
        boolean nullable = schema.path("type").isArray()
                && schema.path("type")
                        .valueStream()
                        .anyMatch(type -> type.asString().equals("null"));
        return new Shape(document, schema, nullable);
    }

    /** Empty for what may be anything. */
    String type() {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString("") : type.asString("");
    }

    String format() {
        return schema.path("format").asString("");
    }

    /** The values of a closed set, or none. */
    List<String> choices() {
        List<String> choices = new ArrayList<>();
        schema.path("enum").forEach(choice -> choices.add(choice.asString()));
        return choices;
    }

    Optional<Pattern> pattern() {
        return Optional.ofNullable(schema.get("pattern")).map(text -> Pattern.compile(text.asString()));
    }

    Optional<Long> bound(String name) {
        return Optional.ofNullable(schema.get(name)).map(JsonNode::asLong);
    }

    Shape items() {
        return of(document, schema.path("items"));
    }

    Map<String, Shape> fields() {
        Map<String, Shape> fields = new TreeMap<>();
        schema.path("properties")
                .properties()
                .forEach(field -> fields.put(field.getKey(), of(document, field.getValue())));
        return fields;
    }

    boolean requires(String field) {
        TreeSet<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        return required.contains(field);
    }

    /** Whether the document itself says that this text is no value of the shape. */
    boolean refuses(String text) {
        return switch (type()) {
            case "integer" -> !isWithin(text);
            case "boolean" -> !text.equals("true") && !text.equals("false");
            case "array" -> items().refuses(text);
            default -> isNoText(text);
        };
    }

    private boolean isWithin(String text) {
        try {
            long number = format().equals("int32") ? Integer.parseInt(text) : Long.parseLong(text);
            return bound("minimum").map(least -> number >= least).orElse(true)
                    && bound("maximum").map(most -> number <= most).orElse(true);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private boolean isNoText(String text) {
        boolean tooLong = bound("maxLength").map(most -> text.length() > most).orElse(false);
        boolean noChoice = !choices().isEmpty() && !choices().contains(text);
        boolean misshapen = pattern().map(form -> !form.matcher(text).find()).orElse(false);
        boolean noTime = format().equals("date-time") && !text.matches("[+-]?[0-9]{4,10}-[0-9]{2}-[0-9]{2}T.*Z");
        boolean noUuid = format().equals("uuid") && !text.matches("[0-9a-fA-F-]{1,36}");
        return tooLong || noChoice || misshapen || noTime || noUuid;
    }
}
