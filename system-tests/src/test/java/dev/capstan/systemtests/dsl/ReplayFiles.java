package dev.capstan.systemtests.dsl;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Kline files of minutes without a gap, for a market to replay. */
public final class ReplayFiles {

    private static final String NAMES = "open_time,open,high,low,close,volume,close_time,quote_volume,count,"
            + "taker_buy_volume,taker_buy_quote_volume,ignore";
    private static final long MINUTE = 60_000;
    /** The longest record of real minutes there is. */
    private static final String REAL_MINUTES = "BITFINEX_BTCUSD_1m_2018.csv.gz";

    private final Path folder;

    public ReplayFiles(Path folder) {
        this.folder = folder;
    }

    /** Real candles where there are some on this machine, made-up ones of this seed elsewhere. */
    public Path realOr(long seed, int count) {
        return Candles.real(REAL_MINUTES)
                .map(real -> write("real.csv", stretch(real.path(), count)))
                .orElseGet(() -> madeUp(seed, count));
    }

    /** Candles of the walk that belongs to {@code seed}. */
    public Path madeUp(long seed, int count) {
        CandleColumns candles = RandomWalk.candles(seed, count);
        return write(
                "walk-" + seed + ".csv",
                IntStream.range(0, count).mapToObj(row -> line(candles, row)).toList());
    }

    private static String line(CandleColumns candles, int row) {
        long opened = candles.openTime(row);
        return String.join(
                ",",
                Long.toString(opened),
                Decimal8.text(candles.open(row)),
                Decimal8.text(candles.high(row)),
                Decimal8.text(candles.low(row)),
                Decimal8.text(candles.close(row)),
                Decimal8.text(candles.volume(row)),
                Long.toString(opened + MINUTE - 1),
                "0,0,0,0,0");
    }

    /** The first lines that follow on each other without a gap. */
    private static List<String> stretch(Path file, int count) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            String line = reader.readLine();
            while (line != null && lines.size() < count) {
                if (!lines.isEmpty() && openTime(line) != openTime(lines.getLast()) + MINUTE) {
                    lines.clear();
                }
                lines.add(line);
                line = reader.readLine();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (lines.size() < count) {
            throw new IllegalArgumentException("expected " + count + " minutes without a gap in " + file);
        }
        return lines;
    }

    private static long openTime(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(',')));
    }

    private Path write(String name, List<String> lines) {
        List<String> all = new ArrayList<>(List.of(NAMES));
        all.addAll(lines);
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), all);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
