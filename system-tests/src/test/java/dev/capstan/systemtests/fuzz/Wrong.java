package dev.capstan.systemtests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values that nobody in their senses sends. */
final class Wrong {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "undefined",
            "-1",
            "0",
            "1e3",
            "NaN",
            "\u0000",
            "a\u0000b",
            "\uFEFF",
            "\u202Eevil",
            "\uD83D\uDE80",
            "\uFF11",
            "'; DROP TABLE orders; --",
            "%00",
            "%s%n%x",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "\r\nX-Made-Up: 1",
            "[]",
            "{}",
            "true");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "-9223372036854775808",
            "9223372036854775807",
            "9223372036854775808",
            "2147483647",
            "2147483648",
            "-2147483649",
            "99999999999999999999",
            "999999999999999999999999999999",
            "1.5",
            "-0",
            "0.000000000000000001",
            "0.0000000000000000001",
            "99999999999999999999.999999999999999999",
            "100000000000000000000",
            "1E400",
            "1e-400");

    private static final List<String> TIMES = List.of(
            "yesterday",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-20",
            "2026-11-20T09:30:00",
            "0000-00-00T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "1763629200");

    private Wrong() {}

    /** Some text with a value that a parser or a database may stumble over. */
    static List<String> texts(RandomGenerator random) {
        List<String> texts = new ArrayList<>(NASTY);
        texts.add(letters(random, 1 + random.nextInt(30)));
        texts.add(anything(random, 1 + random.nextInt(20)));
        return texts;
    }

    /** Around the ends of what the shape, or any number or time, can be. */
    static List<String> edges(Shape shape, RandomGenerator random) {
        List<String> edges = new ArrayList<>(NUMBERS);
        shape.bound("minimum").ifPresent(least -> edges.addAll(List.of("" + least, "" + (least - 1))));
        shape.bound("maximum").ifPresent(most -> edges.addAll(List.of("" + most, "" + (most + 1))));
        edges.add(Long.toString(random.nextLong()));
        edges.add(Integer.toString(random.nextInt()));
        if (shape.format().equals("date-time")) {
            edges.addAll(TIMES);
        }
        return edges;
    }

    /** Longer than anything is allowed to be, shorter than what a whole body may be. */
    static String huge(RandomGenerator random) {
        return letters(random, 5_000 + random.nextInt(20_000));
    }

    static String letters(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String anything(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** JSON of every type but the shape's own. */
    static List<JsonNode> otherTypes(Shape shape, RandomGenerator random) {
        List<String> texts = new ArrayList<>();
        String own = shape.type();
        add(texts, !own.equals("string"), "\"7\"", "\"\"", "\"" + letters(random, 5) + "\"");
        add(texts, !own.equals("integer"), "7", "-1", Integer.toString(random.nextInt()));
        add(texts, true, "1.5", "1e2", random.nextInt(1000) + ".25");
        add(texts, !own.equals("boolean"), "true", "false");
        add(texts, !own.equals("array"), "[]", "[1]", "[\"" + letters(random, 3) + "\"]");
        add(texts, !own.equals("object"), "{}", "{\"" + letters(random, 3) + "\":1}");
        return texts.stream().map(text -> JsonMapper.shared().readTree(text)).toList();
    }

    private static void add(List<String> texts, boolean wanted, String... more) {
        if (wanted) {
            texts.addAll(List.of(more));
        }
    }
}
