package dev.capstan.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Kline files with one thing wrong. */
final class FileCases {

    private static final String TYPE = "text/csv";
    private static final int COLUMNS = 11;

    private final List<FuzzCase> cases = new ArrayList<>();

    List<FuzzCase> next(RandomGenerator random) {
        cases.clear();
        for (int column = 0; column < COLUMNS; column++) {
            for (String text :
                    List.of("", "x", "-1", "1e400", "NaN", "\u0000", Wrong.letters(random, 3), "9".repeat(40))) {
                addCell(column, text);
            }
        }
        addCell(random.nextInt(COLUMNS), Wrong.huge(random));
        addShapes(random);
        addTypes();
        return List.copyOf(cases);
    }

    private void addCell(int column, String text) {
        cases.add(new FuzzCase(
                Kind.WRONG_TYPE,
                "column " + column + "=" + text,
                null,
                // What stands in columns that nobody keeps is nobody's business.
                column <= 5 ? Expected.REFUSED : Expected.EITHER,
                true,
                call -> call.body(TYPE, cell(call.text(), column, text).getBytes(UTF_8))));
    }

    /** In the last line, so that good lines come before it. */
    private static String cell(String file, int column, String text) {
        String[] lines = file.split("\n", -1);
        String[] cells = lines[lines.length - 2].split(",", -1);
        cells[column] = text;
        lines[lines.length - 2] = String.join(",", cells);
        return String.join("\n", lines);
    }

    private void addShapes(RandomGenerator random) {
        whole(Kind.MISSING, "an empty file", new byte[0]);
        whole(Kind.NOT_JSON, "words", Wrong.letters(random, 50).getBytes(UTF_8));
        byte[] noise = new byte[200];
        random.nextBytes(noise);
        whole(Kind.NOT_JSON, "noise " + noise[0] + " " + noise[1], noise);
        changed(Kind.MISSING, "the last line's end", text -> text.substring(0, text.length() - 20 - random.nextInt(9)));
        changed(
                Kind.EXTRA,
                "the last line twice",
                text -> text + text.substring(text.lastIndexOf('\n', text.length() - 2) + 1));
        changed(Kind.EXTRA, "a cell too many", text -> text.strip() + ",1,2\n");
        cases.add(file(
                Kind.WRONG_CHARSET,
                "in UTF-16",
                call -> call.body(TYPE, call.text().getBytes(UTF_16))));
        cases.add(file(Kind.NOT_JSON, "said to be packed", call -> call.header(Call.TYPE, "application/gzip")));
    }

    private void addTypes() {
        for (String type : List.of("application/json", "text/plain", "image/png", "csv")) {
            cases.add(FuzzCase.stopped(Kind.WRONG_TYPE, type, call -> call.header(Call.TYPE, type)));
        }
        cases.add(FuzzCase.stopped(Kind.MISSING, Call.TYPE, call -> call.withoutHeader(Call.TYPE)));
    }

    private void whole(Kind kind, String what, byte[] bytes) {
        cases.add(file(kind, what, call -> call.body(TYPE, bytes)));
    }

    private void changed(Kind kind, String what, UnaryOperator<String> change) {
        cases.add(file(
                kind, what, call -> call.body(TYPE, change.apply(call.text()).getBytes(UTF_8))));
    }

    private static FuzzCase file(Kind kind, String what, UnaryOperator<Call> change) {
        return new FuzzCase(kind, what, null, Expected.REFUSED, true, change);
    }
}
