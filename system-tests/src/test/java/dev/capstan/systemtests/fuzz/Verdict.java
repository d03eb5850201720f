package dev.capstan.systemtests.fuzz;

import dev.capstan.contracts.problem.ProblemCode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer. */
final class Verdict {

    private static final String TYPE = "https://capstan.dev/problems/";
    private static final List<String> INNARDS =
            List.of("dev.capstan", "org.springframework", "java.lang", "Exception", "ERROR: ", "\tat ");

    private final FuzzCase fuzzCase;
    private final HttpResponse<String> answer;
    private final List<String> faults = new ArrayList<>();

    private Verdict(FuzzCase fuzzCase, HttpResponse<String> answer) {
        this.fuzzCase = fuzzCase;
        this.answer = answer;
    }

    /** Empty when the answer is right. */
    static List<String> on(FuzzCase fuzzCase, HttpResponse<String> answer) {
        Verdict verdict = new Verdict(fuzzCase, answer);
        if (!fuzzCase.expected().allows(answer.statusCode())) {
            verdict.faults.add("expected to be " + fuzzCase.expected());
        }
        if (answer.statusCode() >= 400) {
            verdict.judgeProblem();
        }
        return verdict.faults;
    }

    private void judgeProblem() {
        String type = header("Content-Type");
        require("content type " + type, type.startsWith("application/problem+json"));
        JsonNode problem;
        try {
            problem = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException notJson) {
            faults.add("the problem is no JSON");
            return;
        }
        judgeMembers(problem);
        judgeFields(problem);
        INNARDS.forEach(word -> require("shows " + word, !answer.body().contains(word)));
    }

    private void judgeMembers(JsonNode problem) {
        String name = problem.path("code").asString("");
        Optional<ProblemCode> code = Stream.of(ProblemCode.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
        require("code " + name, code.isPresent());
        code.ifPresent(known -> {
            require("title", problem.path("title").asString("").equals(known.title()));
            require("status of its code", known.status() == answer.statusCode());
        });
        require("type", problem.path("type").asString("").equals(TYPE + name));
        require("status", problem.path("status").asInt(0) == answer.statusCode());
        require("detail", !problem.path("detail").asString("").isBlank());
        String id = problem.path("correlationId").asString("");
        require("correlation id", !id.isEmpty() && id.equals(header("X-Correlation-Id")));
    }

    private void judgeFields(JsonNode problem) {
        boolean named = false;
        for (JsonNode error : problem.path("errors")) {
            String field = error.path("field").asString("");
            named |= isTheField(field);
            require("reason of " + field, !error.path("reason").asString("").isBlank());
        }
        String code = problem.path("code").asString("");
        require("another refusal than " + code, !code.startsWith("IDEMPOTENCY_KEY") || !fuzzCase.aimsAtHandler());
        require(
                "a field with its reason",
                !code.equals("REQUEST_INVALID") || !problem.path("errors").isEmpty());
        require("the field's name, " + fuzzCase.field(), named || !isAboutTheField());
    }

    private boolean isAboutTheField() {
        return fuzzCase.field() != null && answer.statusCode() == 400 && fuzzCase.aimsAtHandler();
    }

    private boolean isTheField(String named) {
        @Nullable String field = fuzzCase.field();
        return field != null && (named.equals(field) || named.startsWith(field + ".") || named.startsWith(field + "["));
    }

    private String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void require(String what, boolean holds) {
        if (!holds) {
            faults.add("wrong or missing: " + what);
        }
    }
}
