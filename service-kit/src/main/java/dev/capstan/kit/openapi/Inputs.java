package dev.capstan.kit.openapi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters and body of an operation. */
final class Inputs {

    /** Described once for all operations. */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Schemas schemas;
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

    Inputs(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Does nothing for what Spring or the kit fills in by itself. */
    void addParameter(ArrayNode parameters, MethodParameter parameter) {
        parameter.initParameterNameDiscovery(names);
        PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
        if (inPath != null) {
            described(parameters, "path", named(inPath.name(), parameter), true, parameter);
        }
        RequestParam inQuery = parameter.getParameterAnnotation(RequestParam.class);
        if (inQuery != null) {
            boolean required = required(inQuery.required(), inQuery.defaultValue(), parameter);
            ObjectNode schema = described(parameters, "query", named(inQuery.name(), parameter), required, parameter);
            addDefault(schema, inQuery.defaultValue());
        }
        RequestHeader inHeader = parameter.getParameterAnnotation(RequestHeader.class);
        if (inHeader != null && !IDEMPOTENCY_KEY.equalsIgnoreCase(named(inHeader.name(), parameter))) {
            boolean required = required(inHeader.required(), inHeader.defaultValue(), parameter);
            described(parameters, "header", named(inHeader.name(), parameter), required, parameter);
        }
    }

    private ObjectNode described(
            ArrayNode parameters, String place, String name, boolean required, MethodParameter parameter) {
        ObjectNode description = parameters.addObject();
        description.put("name", name).put("in", place).put("required", required);
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        ObjectNode schema = Schemas.bounded(schemas.of(type, true), parameter::getParameterAnnotation);
        description.set("schema", schema);
        return schema;
    }

    private static String named(String inAnnotation, MethodParameter parameter) {
        return inAnnotation.isEmpty() ? String.valueOf(parameter.getParameterName()) : inAnnotation;
    }

    private static boolean required(boolean inAnnotation, String defaultValue, MethodParameter parameter) {
        return inAnnotation && ValueConstants.DEFAULT_NONE.equals(defaultValue) && !parameter.isOptional();
    }

    private static void addDefault(ObjectNode schema, String text) {
        if (ValueConstants.DEFAULT_NONE.equals(text) || text.isEmpty() || schema.has("$ref")) {
            return;
        }
        switch (schema.path("type").asString("")) {
            case "integer" -> schema.put("default", Long.parseLong(text));
            case "boolean" -> schema.put("default", Boolean.parseBoolean(text));
            default -> schema.put("default", text);
        }
    }

    /** A JSON body is one parameter; a body that is read as it comes has no parameter and says its media types. */
    void addBody(ObjectNode operation, RequestMappingInfo mapping, HandlerMethod method) {
        Set<MediaType> types = mapping.getConsumesCondition().getConsumableMediaTypes();
        MethodParameter body = body(method);
        if (body == null && types.isEmpty()) {
            return;
        }
        ObjectNode request = operation.putObject("requestBody");
        request.put("required", body == null || isRequired(body));
        ObjectNode content = request.putObject("content");
        if (body == null) {
            types.forEach(type -> content.putObject(type.toString()));
        } else {
            ObjectNode schema = schemas.of(ResolvableType.forMethodParameter(body), true);
            content.putObject(MediaType.APPLICATION_JSON_VALUE).set("schema", schema);
        }
    }

    private static @Nullable MethodParameter body(HandlerMethod method) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return parameter;
            }
        }
        return null;
    }

    private static boolean isRequired(MethodParameter body) {
        RequestBody annotation = body.getParameterAnnotation(RequestBody.class);
        return annotation != null && annotation.required() && !body.isOptional();
    }
}
