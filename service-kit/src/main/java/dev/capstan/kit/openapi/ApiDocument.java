package dev.capstan.kit.openapi;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document of one service, put together from its mappings; the same mappings give the same text. */
final class ApiDocument {

    private final String service;
    private final String version;
    private final Schemas schemas;
    private final Operations operations;

    ApiDocument(String service, String version) {
        this.service = service;
        this.version = version;
        this.schemas = new Schemas(service.replaceFirst("-service$", ""));
        this.operations = new Operations(schemas);
    }

    ObjectNode describe(Map<RequestMappingInfo, HandlerMethod> mappings) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", service).put("version", version);
        document.set("paths", paths(mappings));
        document.set("components", components());
        return document;
    }

    private ObjectNode paths(Map<RequestMappingInfo, HandlerMethod> mappings) {
        SortedMap<String, ObjectNode> paths = new TreeMap<>();
        mappings.forEach((mapping, method) -> {
            if (!ErrorController.class.isAssignableFrom(method.getBeanType())) {
                mapping.getPatternValues().forEach(path -> addTo(paths, path, mapping, method));
            }
        });
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        paths.forEach(sorted::set);
        return sorted;
    }

    private void addTo(
            SortedMap<String, ObjectNode> paths, String path, RequestMappingInfo mapping, HandlerMethod method) {
        ObjectNode item = paths.computeIfAbsent(path, _ -> JsonNodeFactory.instance.objectNode());
        for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
            item.set(
                    verb.name().toLowerCase(Locale.ROOT),
                    operations.describe(HttpMethod.valueOf(verb.name()), path, mapping, method));
        }
    }

    private ObjectNode components() {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        ObjectNode problem = problem();
        ObjectNode shapes = components.putObject("schemas");
        schemas.components().forEach(shapes::set);
        shapes.set("Problem", problem);
        addProblemResponse(components.putObject("responses").putObject("Problem"));
        addIdempotencyKey(components.putObject("parameters").putObject("IdempotencyKey"));
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return components;
    }

    private ObjectNode problem() {
        ObjectNode problem = Schemas.ofType("object");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string");
        properties.set("code", schemas.of(ResolvableType.forClass(ProblemCode.class), false));
        properties.putObject("correlationId").put("type", "string");
        ObjectNode errors = properties.putObject("errors").put("type", "array");
        errors.set("items", schemas.of(ResolvableType.forClass(FieldError.class), false));
        problem.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("code");
        return problem;
    }

    private static void addProblemResponse(ObjectNode response) {
        response.put("description", "Refused or failed; the code says why.");
        response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static void addIdempotencyKey(ObjectNode parameter) {
        parameter.put("name", "Idempotency-Key").put("in", "header").put("required", true);
        parameter.put(
                "description", "The caller's name for this one effect; the same key again gives the same answer.");
        ObjectNode schema = parameter.putObject("schema");
        schema.put("type", "string").put("minLength", 1).put("maxLength", 255).put("pattern", "^[!-~]+$");
    }
}
