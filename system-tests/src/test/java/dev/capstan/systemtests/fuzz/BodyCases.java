package dev.capstan.systemtests.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** JSON objects with one field wrong. */
final class BodyCases {

    private static final JsonNode NULL = JsonNodeFactory.instance.nullNode();

    private final Shape body;
    private final Map<String, List<String>> strangers;
    private final List<FuzzCase> cases = new ArrayList<>();

    BodyCases(Shape body, Map<String, List<String>> strangers) {
        this.body = body;
        this.strangers = strangers;
    }

    List<FuzzCase> next(RandomGenerator random) {
        cases.clear();
        body.fields().forEach((name, shape) -> {
            addMissing(name);
            addWrong(name, shape, random);
            for (String id : strangers.getOrDefault(name, List.of())) {
                cases.add(set(Kind.STRANGERS_ID, name, StringNode.valueOf(id), true));
            }
        });
        addExtras(random);
        addOtherRoots(random);
        return List.copyOf(cases);
    }

    private void addMissing(String name) {
        if (body.requires(name)) {
            cases.add(FuzzCase.ofField(
                    Kind.MISSING,
                    name,
                    name,
                    call -> call.field(json -> {
                        json.remove(name);
                        return json;
                    })));
            cases.add(set(Kind.MISSING, name, NULL, true));
        }
    }

    private void addWrong(String name, Shape shape, RandomGenerator random) {
        Wrong.otherTypes(shape, random).forEach(value -> cases.add(set(Kind.WRONG_TYPE, name, value, true)));
        switch (shape.type()) {
            case "string" -> addTexts(name, shape, random);
            case "integer" -> addNumbers(name, shape, random);
            default -> {}
        }
    }

    private void addTexts(String name, Shape shape, RandomGenerator random) {
        for (String text : Wrong.texts(random)) {
            cases.add(set(Kind.WRONG_TYPE, name, StringNode.valueOf(text), shape.refuses(text)));
        }
        for (String text : Wrong.edges(shape, random)) {
            cases.add(set(Kind.BOUNDARY, name, StringNode.valueOf(text), shape.refuses(text)));
        }
        cases.add(set(Kind.HUGE, name, StringNode.valueOf(Wrong.huge(random)), true));
    }

    private void addNumbers(String name, Shape shape, RandomGenerator random) {
        for (String text : Wrong.edges(shape, random)) {
            if (text.matches("-?[0-9]+")) {
                JsonNode number = JsonNodeFactory.instance.numberNode(new BigInteger(text));
                cases.add(set(Kind.BOUNDARY, name, number, shape.refuses(text)));
            }
        }
        cases.add(set(
                Kind.HUGE,
                name,
                JsonNodeFactory.instance.numberNode(BigInteger.TEN.pow(40 + random.nextInt(50))),
                true));
    }

    private void addExtras(RandomGenerator random) {
        for (String text : Wrong.texts(random)) {
            String name = "x" + Wrong.letters(random, 5);
            cases.add(set(Kind.EXTRA, name, StringNode.valueOf(text), true));
        }
        String known = body.fields().keySet().stream().findFirst().orElse("id");
        String twin = Character.toUpperCase(known.charAt(0)) + known.substring(1);
        cases.add(set(Kind.EXTRA, twin, StringNode.valueOf("x"), true));
    }

    /** Not an object at all. */
    private void addOtherRoots(RandomGenerator random) {
        for (JsonNode root : Wrong.otherTypes(body, random)) {
            cases.add(new FuzzCase(
                    Kind.WRONG_TYPE, "the body is " + root, null, Expected.REFUSED, true, call -> call.json(root)));
        }
    }

    private FuzzCase set(Kind kind, String name, JsonNode value, boolean refused) {
        String what = name + "=" + value;
        UnaryOperator<Call> change = call -> call.field(json -> {
            json.set(name, value);
            return json;
        });
        return refused ? FuzzCase.ofField(kind, what, name, change) : FuzzCase.unusual(kind, what, name, change);
    }
}
