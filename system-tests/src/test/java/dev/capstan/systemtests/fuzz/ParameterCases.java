package dev.capstan.systemtests.fuzz;

import dev.capstan.systemtests.fuzz.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Paths, queries and headers with one thing wrong. */
final class ParameterCases {

    private final Operation operation;
    private final Map<String, List<String>> strangers;
    private final List<FuzzCase> cases = new ArrayList<>();

    /** @param strangers by parameter, ids that are not the caller's or nobody's */
    ParameterCases(Operation operation, Map<String, List<String>> strangers) {
        this.operation = operation;
        this.strangers = strangers;
    }

    List<FuzzCase> next(RandomGenerator random) {
        cases.clear();
        operation.parameters().forEach(parameter -> addAll(parameter, random));
        addExtras(random);
        return List.copyOf(cases);
    }

    private void addAll(Parameter parameter, RandomGenerator random) {
        String name = parameter.name();
        if (parameter.required() && !parameter.inPath()) {
            cases.add(FuzzCase.ofField(Kind.MISSING, name, name, call -> call.withoutQuery(name)));
        }
        Wrong.texts(random).forEach(text -> add(Kind.WRONG_TYPE, parameter, text));
        Wrong.edges(parameter.shape(), random).forEach(text -> add(Kind.BOUNDARY, parameter, text));
        add(Kind.HUGE, parameter, Wrong.letters(random, 1_000 + random.nextInt(3_000)));
        for (String id : strangers.getOrDefault(name, List.of())) {
            cases.add(FuzzCase.ofField(Kind.STRANGERS_ID, name + "=" + id, name, call -> parameter.in(call, id)));
        }
    }

    private void add(Kind kind, Parameter parameter, String text) {
        String what = parameter.name() + "=" + text;
        // The only places of a path are known things of the caller's, and none of these is one.
        boolean unknown = parameter.inPath() && parameter.name().endsWith("Id");
        // A path with such characters is refused as a path.
        boolean plain = !parameter.inPath() || text.matches("[A-Za-z0-9._~-]*[A-Za-z0-9_~-]");
        boolean refused = unknown || (parameter.shape().refuses(text) && !isLeftOut(parameter, text));
        if (!plain) {
            cases.add(new FuzzCase(
                    kind,
                    what,
                    null,
                    refused ? Expected.REFUSED : Expected.EITHER,
                    false,
                    call -> parameter.in(call, text)));
        } else if (refused) {
            cases.add(FuzzCase.ofField(kind, what, parameter.name(), call -> parameter.in(call, text)));
        } else {
            cases.add(FuzzCase.unusual(kind, what, parameter.name(), call -> parameter.in(call, text)));
        }
    }

    /** A parameter without a text counts as none. */
    private static boolean isLeftOut(Parameter parameter, String text) {
        return text.isBlank() && !parameter.required();
    }

    /** What nobody asked for. */
    private void addExtras(RandomGenerator random) {
        for (String text : Wrong.texts(random)) {
            String name = Wrong.letters(random, 6);
            cases.add(FuzzCase.unusual(
                    Kind.EXTRA, "query " + name + "=" + text, null, call -> call.oneMoreQuery(name, text)));
        }
        String visible = Wrong.letters(random, 1 + random.nextInt(200));
        for (String header : List.of(
                "X-" + visible.substring(0, 1),
                "Capstan-On-Behalf-Of",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "Forwarded",
                "X-HTTP-Method-Override",
                "X-Correlation-Id",
                "Cookie",
                "If-None-Match",
                "Range",
                "Accept-Language")) {
            cases.add(FuzzCase.unusual(
                    Kind.EXTRA, "header " + header + ": " + visible, null, call -> call.header(header, visible)));
        }
    }
}
