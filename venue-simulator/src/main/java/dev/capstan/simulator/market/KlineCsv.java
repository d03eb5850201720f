package dev.capstan.simulator.market;

import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A kline file: twelve columns, comma separated, plain or gzip, with or without a header row.
 *
 * @param candles in the order of the file, times strictly rising
 * @param intervalMillis the smallest distance of two rows
 * @param priceScale places after the point of the finest price
 * @param volumeScale places after the point of the finest volume
 */
record KlineCsv(List<Candle> candles, long intervalMillis, int priceScale, int volumeScale) {

    private static final int COLUMNS = 12;

    /**
     * Reads the whole file.
     *
     * @throws IllegalArgumentException naming file, line and what was expected there
     */
    static KlineCsv read(Path file) {
        try (BufferedReader lines = open(file)) {
            return new Reading(file).all(lines);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "cannot read kline file " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        InputStream text = gzip ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private static final class Reading {

        private final Path file;
        private final List<Candle> candles = new ArrayList<>();
        private long interval = Long.MAX_VALUE;
        private int priceScale;
        private int volumeScale;
        private int line;

        Reading(Path file) {
            this.file = file;
        }

        KlineCsv all(BufferedReader lines) throws IOException {
            for (String row = lines.readLine(); row != null; row = lines.readLine()) {
                line++;
                if (!row.isBlank() && !(line == 1 && row.startsWith("open_time"))) {
                    add(row);
                }
            }
            if (candles.isEmpty()) {
                throw new IllegalArgumentException("expected at least one candle in " + file);
            }
            long known = interval == Long.MAX_VALUE ? first().closeTime() + 1 - first().openTime() : interval;
            return new KlineCsv(candles, known, priceScale, volumeScale);
        }

        private Candle first() {
            return candles.getFirst();
        }

        private void add(String row) {
            Candle candle = parsed(row);
            if (!candles.isEmpty()) {
                long distance = candle.openTime() - candles.getLast().openTime();
                if (distance <= 0) {
                    throw wrong("expected a later open time than the row before");
                }
                interval = Math.min(interval, distance);
            }
            candles.add(candle);
        }

        private Candle parsed(String row) {
            String[] cells = row.split(",", -1);
            if (cells.length != COLUMNS) {
                throw wrong("expected " + COLUMNS + " columns, got " + cells.length);
            }
            try {
                Bar bar = new Bar(price(cells[1]), price(cells[2]), price(cells[3]), price(cells[4]), volume(cells[5]));
                return new Candle(
                        millis(cells[0]),
                        millis(cells[6]),
                        bar,
                        amount(cells[7]),
                        Long.parseLong(cells[8].trim()),
                        amount(cells[9]),
                        amount(cells[10]));
            } catch (ArithmeticException | IllegalArgumentException wrong) {
                throw wrong(String.valueOf(wrong.getMessage()));
            }
        }

        private long price(String cell) {
            BigDecimal value = new BigDecimal(cell.trim());
            priceScale = Math.max(priceScale, places(value));
            return rounded(value);
        }

        private long volume(String cell) {
            BigDecimal value = new BigDecimal(cell.trim());
            volumeScale = Math.max(volumeScale, places(value));
            return rounded(value);
        }

        private static long amount(String cell) {
            return rounded(new BigDecimal(cell.trim()));
        }

        /** Newer files of the same form count microseconds. */
        private static long millis(String cell) {
            long time = Long.parseLong(cell.trim());
            return time >= 100_000_000_000_000L ? time / 1_000 : time;
        }

        private static int places(BigDecimal value) {
            return Math.clamp(value.stripTrailingZeros().scale(), 0, Decimal8.SCALE);
        }

        private static long rounded(BigDecimal value) {
            return value.setScale(Decimal8.SCALE, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
        }

        private IllegalArgumentException wrong(String reason) {
            return new IllegalArgumentException(file + ", line " + line + ": " + reason);
        }
    }
}
