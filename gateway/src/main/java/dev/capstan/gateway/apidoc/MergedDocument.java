package dev.capstan.gateway.apidoc;

import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.routing.Route;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents put into one. Components bear their service's name where a service made them, so what has the same name is the same thing.
 */
final class MergedDocument {

    private static final String LIMITED = "RateLimited";

    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();
    private final JsonNode info;

    MergedDocument(JsonNode own) {
        this.info = own.path("info");
        own.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> paths.put(path.getKey(), path.getValue()));
        addComponents(own);
    }

    /** Adds what is routed to this service; what it has besides is not for callers from outside. */
    void add(Upstream upstream, JsonNode document) {
        document.path("paths").properties().stream()
                .filter(path -> Route.leads(path.getKey(), upstream))
                .forEach(path -> paths.put(path.getKey(), path.getValue()));
        addComponents(document);
    }

    private void addComponents(JsonNode document) {
        for (var kind : document.path("components").properties()) {
            Map<String, JsonNode> ofKind = components.computeIfAbsent(kind.getKey(), _ -> new TreeMap<>());
            kind.getValue().properties().forEach(component -> ofKind.put(component.getKey(), component.getValue()));
        }
    }

    ObjectNode finished() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Capstan")
                .put("version", info.path("version").asString(""));
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode all = document.putObject("paths");
        paths.forEach((path, item) -> all.set(path, limited(path, item)));
        ObjectNode kinds = document.putObject("components");
        components.forEach((kind, ofKind) -> {
            ObjectNode named = kinds.putObject(kind);
            ofKind.forEach(named::set);
        });
        addLimitedResponse(kinds.withObjectProperty("responses").putObject(LIMITED));
        return document;
    }

    /** Whatever passes the gateway may be too much. */
    private static JsonNode limited(String path, JsonNode item) {
        if (path.startsWith("/api/health/")) {
            return item;
        }
        JsonNode copy = item.deepCopy();
        for (var operation : copy.properties()) {
            if (operation.getValue().path("responses") instanceof ObjectNode responses) {
                responses.putObject("429").put("$ref", "#/components/responses/" + LIMITED);
            }
        }
        return copy;
    }

    private static void addLimitedResponse(ObjectNode response) {
        response.put("description", "Too many calls of this user or address.");
        ObjectNode headers = response.putObject("headers");
        headers.putObject("Retry-After").putObject("schema").put("type", "integer");
        headers.putObject("RateLimit").putObject("schema").put("type", "string");
        headers.putObject("RateLimit-Policy").putObject("schema").put("type", "string");
        response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
