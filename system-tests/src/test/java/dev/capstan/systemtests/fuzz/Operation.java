package dev.capstan.systemtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One method of one path.
 *
 * @param open whether it needs no token
 * @param roles that may call it
 * @param body of JSON, where there is one
 * @param file whether the body is a file instead
 */
record Operation(
        String method,
        String path,
        boolean open,
        Set<String> roles,
        List<Parameter> parameters,
        Optional<Shape> body,
        boolean file) {

    /** A value in the path or the query. */
    record Parameter(String name, boolean inPath, boolean required, Shape shape) {

        Call in(Call call, String value) {
            return inPath ? call.variable(name, value) : call.query(name, value);
        }
    }

    /** All that an API document has. */
    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb ->
                                operations.add(operation(document, path.getKey(), verb.getKey(), verb.getValue()))));
        return operations;
    }

    private static Operation operation(JsonNode document, String path, String verb, JsonNode node) {
        Set<String> roles = new TreeSet<>();
        node.path("x-roles").forEach(role -> roles.add(role.asString()));
        JsonNode content = node.at("/requestBody/content");
        JsonNode json = content.path("application/json").path("schema");
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                path,
                node.path("security").isEmpty(),
                roles,
                parameters(document, node),
                json.isMissingNode() ? Optional.empty() : Optional.of(Shape.of(document, json)),
                !content.isEmpty() && json.isMissingNode());
    }

    /** Without headers: the key of a write is every operation's. */
    private static List<Parameter> parameters(JsonNode document, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            String place = parameter.path("in").asString("header");
            if (!place.equals("header")) {
                parameters.add(new Parameter(
                        parameter.path("name").asString(),
                        place.equals("path"),
                        parameter.path("required").asBoolean(),
                        Shape.of(document, parameter.path("schema"))));
            }
        }
        return parameters;
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    String name() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return name();
    }
}
