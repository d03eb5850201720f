package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A table of prices or of values that others computed from them. */
record ReferenceFile(List<String> columns, List<String[]> rows) {

    private static final long DAY = 86_400_000;

    static ReferenceFile read(String name) throws IOException {
        Path folder = Path.of(System.getenv("CAPSTAN_REAL_CANDLES"), "reference");
        List<String> lines = Files.readAllLines(folder.resolve(name));
        return new ReferenceFile(
                List.of(lines.getFirst().toLowerCase(Locale.ROOT).split(",", -1)),
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
    }

    /** NaN where the table has nothing. */
    double value(int row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    String text(int row, String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("expected one of " + columns + ", got: " + column);
        }
        return rows.get(row)[index];
    }

    /** Its rows as candles, numbered by days; where it has closes alone, each candle stays at its close. */
    CandleColumns candles() {
        CandleColumnsBuilder candles = new CandleColumnsBuilder(DAY, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            candles.add(row * DAY, bar(row));
        }
        return candles.build();
    }

    private Bar bar(int row) {
        return new Bar(price(row, "open"), price(row, "high"), price(row, "low"), price(row, "close"), 0);
    }

    private long price(int row, String column) {
        return Decimal8.parse(text(row, columns.contains(column) ? column : "close"));
    }
}
