package dev.capstan.kit.openapi;

import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Open;
import dev.capstan.kit.security.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes handler methods: who may call them, what they take, what they answer. */
final class Operations {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String PROBLEM = "#/components/responses/Problem";

    private final Inputs inputs;
    private final Answers answers;

    Operations(Schemas schemas) {
        this.inputs = new Inputs(schemas);
        this.answers = new Answers(schemas);
    }

    ObjectNode describe(HttpMethod verb, String path, RequestMappingInfo mapping, HandlerMethod method) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", idOf(verb, path));
        operation.put("summary", summary(method));
        operation.putArray("tags").add(tag(path));
        describeAccess(operation, method);
        describeInputs(operation, verb, path, mapping, method);
        describeAnswers(operation, mapping, method);
        return operation;
    }

    private static void describeAccess(ObjectNode operation, HandlerMethod method) {
        ArrayNode security = operation.putArray("security");
        ArrayNode roles = operation.putArray("x-roles");
        if (method.hasMethodAnnotation(Open.class)) {
            return;
        }
        security.addObject().putArray("bearer");
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed != null) {
            Role[] named = allowed.value().length == 0 ? Role.values() : allowed.value();
            Arrays.stream(named).sorted().map(Role::claim).forEach(roles::add);
        }
    }

    private void describeInputs(
            ObjectNode operation, HttpMethod verb, String path, RequestMappingInfo mapping, HandlerMethod method) {
        ArrayNode parameters = operation.putArray("parameters");
        for (MethodParameter parameter : method.getMethodParameters()) {
            inputs.addParameter(parameters, parameter);
        }
        if (!READS.contains(verb)) {
            if (path.startsWith("/api/")) {
                parameters.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
            }
            inputs.addBody(operation, mapping, method);
        }
    }

    private void describeAnswers(ObjectNode operation, RequestMappingInfo mapping, HandlerMethod method) {
        ObjectNode responses = operation.putObject("responses");
        answers.addSuccess(responses, mapping, method);
        if (!method.hasMethodAnnotation(Open.class)) {
            Stream.of("400", "401", "403").forEach(status -> refersToProblem(responses, status));
        }
        refersToProblem(responses, "default");
    }

    private static void refersToProblem(ObjectNode responses, String status) {
        responses.putObject(status).put("$ref", PROBLEM);
    }

    /** {@code GET /api/orders/{orderId}/fills} is {@code getOrdersByOrderIdFills}: unique, because method and path are. */
    private static String idOf(HttpMethod verb, String path) {
        StringBuilder id = new StringBuilder(verb.name().toLowerCase(Locale.ROOT));
        for (String segment : path.replaceFirst("^/api/", "/").split("[/._-]")) {
            boolean variable = segment.startsWith("{");
            id.append(variable ? "By" : "").append(capitalised(segment.replaceAll("[{}]", "")));
        }
        return id.toString();
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The method's name in words. */
    private static String summary(HandlerMethod method) {
        String words = method.getMethod().getName().replaceAll("([a-z])([A-Z])", "$1 $2");
        return capitalised(words.toLowerCase(Locale.ROOT));
    }

    /** What the path is about: its first word after {@code /api} or {@code /internal}. */
    private static String tag(String path) {
        String[] words = path.split("/");
        boolean grouped = words.length > 2 && Set.of("api", "internal").contains(words[1]);
        return grouped ? words[2] : "operation";
    }
}
