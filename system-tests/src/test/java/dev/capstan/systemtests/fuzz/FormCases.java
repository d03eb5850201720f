package dev.capstan.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bodies that are no JSON in UTF-8, too deep or too large, and keys that are none: all that is stopped at the edge. */
final class FormCases {

    private static final int BODY_LIMIT = 65_536;

    private final List<FuzzCase> cases = new ArrayList<>();

    List<FuzzCase> next(Operation operation, RandomGenerator random) {
        cases.clear();
        if (operation.isWrite()) {
            addKeys(random);
        }
        if (operation.body().isPresent()) {
            addNoJson(random);
            addCharsets();
            addDeep(random);
            addHuge(random);
        }
        return List.copyOf(cases);
    }

    private void addKeys(RandomGenerator random) {
        cases.add(FuzzCase.stopped(Kind.MISSING, Call.KEY, call -> call.withoutHeader(Call.KEY)));
        for (String key : List.of("", " ", "a b", Wrong.letters(random, 256 + random.nextInt(2_000)))) {
            cases.add(FuzzCase.stopped(Kind.BOUNDARY, Call.KEY + ": " + key, call -> call.header(Call.KEY, key)));
        }
    }

    private void addNoJson(RandomGenerator random) {
        for (String text : List.of(
                "",
                " ",
                "{",
                "}",
                "{]",
                "{\"a\":}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{} {}",
                "<order/>",
                "a=1&b=2",
                "\u0000",
                Wrong.letters(random, 12))) {
            cases.add(FuzzCase.stopped(Kind.NOT_JSON, "body " + text, call -> call.json(text)));
        }
        int cut = 1 + random.nextInt(30);
        cases.add(FuzzCase.stopped(
                Kind.NOT_JSON,
                "without its last " + cut,
                call -> call.json(
                        call.text().substring(0, Math.max(1, call.text().length() - cut)))));
        String tail = Wrong.letters(random, 4);
        cases.add(FuzzCase.stopped(Kind.NOT_JSON, "with " + tail + " behind", call -> call.json(call.text() + tail)));
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "*/*", "json")) {
            cases.add(FuzzCase.stopped(Kind.NOT_JSON, type, call -> call.header(Call.TYPE, type)));
        }
        cases.add(FuzzCase.stopped(Kind.NOT_JSON, "no " + Call.TYPE, call -> call.withoutHeader(Call.TYPE)));
        cases.add(FuzzCase.stopped(Kind.NOT_JSON, "said to be gzip", call -> call.header("Content-Encoding", "gzip")));
    }

    private void addCharsets() {
        for (String charset : List.of("ISO-8859-1", "UTF-16", "UTF-7", "windows-1252", "none-such")) {
            cases.add(FuzzCase.stopped(
                    Kind.WRONG_CHARSET,
                    "said to be " + charset,
                    call -> call.header(Call.TYPE, "application/json;charset=" + charset)));
        }
        for (Charset charset : List.of(UTF_16, UTF_16LE, Charset.forName("UTF-32"))) {
            cases.add(FuzzCase.stopped(
                    Kind.WRONG_CHARSET,
                    "written in " + charset,
                    call -> call.body("application/json", call.text().getBytes(charset))));
        }
        cases.add(FuzzCase.stopped(
                Kind.WRONG_CHARSET,
                "a byte that no UTF-8 has",
                call -> call.body(
                        "application/json",
                        call.text().replaceFirst("\"", "\"\u00ff").getBytes(ISO_8859_1))));
    }

    private void addDeep(RandomGenerator random) {
        for (int depth : List.of(33, 100 + random.nextInt(900), 30_000)) {
            cases.add(FuzzCase.stopped(
                    Kind.DEEP, depth + " lists", call -> call.json("[".repeat(depth) + "]".repeat(depth))));
            int objects = depth / 6 + 33;
            cases.add(FuzzCase.stopped(
                    Kind.DEEP,
                    objects + " objects",
                    call -> call.json("{\"a\":".repeat(objects) + "1" + "}".repeat(objects))));
        }
    }

    private void addHuge(RandomGenerator random) {
        int over = BODY_LIMIT + 1 + random.nextInt(BODY_LIMIT);
        cases.add(FuzzCase.stopped(
                Kind.HUGE,
                "spaces up to " + over + " bytes",
                call -> call.json(call.text() + " ".repeat(over - call.text().getBytes(UTF_8).length))));
        String digits = "9".repeat(101 + random.nextInt(1_000));
        cases.add(FuzzCase.stopped(
                Kind.HUGE, "a number of " + digits.length() + " digits", call -> call.json("{\"a\":" + digits + "}")));
    }
}
