package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.TimeZones;
import dev.capstan.simulator.market.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A market stream by its name, e.g. {@code btcusdt@kline_1m} or {@code btcusdt@depth5@100ms}.
 *
 * @param interval of a kline stream
 * @param zoneMillis by which the zone is ahead of UTC by whose clock a kline stream's candles begin
 * @param levels of a partial book, 0 for the others
 * @param fast whether it comes every 100 ms instead of every second, for streams of the book
 */
record StreamName(
        String name, String symbol, Kind kind, @Nullable Interval interval, long zoneMillis, int levels, boolean fast) {

    enum Kind {
        TRADE,
        /** What one order took at one price. */
        AGGREGATE_TRADE,
        /** The last 24 hours. */
        DAY,
        /** The last 24 hours, in short. */
        SHORT_DAY,
        AVERAGE_PRICE,
        KLINE,
        BOOK_TICKER,
        /** What changes in the book. */
        DEPTH,
        /** The best of the book, whole each time. */
        PARTIAL_DEPTH
    }

    private static final String KLINE = "kline_";
    private static final Pattern DEPTH = Pattern.compile("depth(5|10|20)?(@100ms|@1000ms)?");

    /** The stream called {@code name}; empty when this venue has none of that name. */
    static Optional<StreamName> parse(String name) {
        int at = name.indexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String symbol = name.substring(0, at).toUpperCase(Locale.ROOT);
        String kind = name.substring(at + 1);
        if (kind.startsWith(KLINE)) {
            return kline(name, symbol, kind.substring(KLINE.length()).split("@", 2));
        }
        return switch (kind) {
            case "trade" -> Optional.of(new StreamName(name, symbol, Kind.TRADE, null, 0, 0, true));
            case "aggTrade" -> Optional.of(new StreamName(name, symbol, Kind.AGGREGATE_TRADE, null, 0, 0, true));
            case "ticker" -> Optional.of(new StreamName(name, symbol, Kind.DAY, null, 0, 0, false));
            case "miniTicker" -> Optional.of(new StreamName(name, symbol, Kind.SHORT_DAY, null, 0, 0, false));
            case "avgPrice" -> Optional.of(new StreamName(name, symbol, Kind.AVERAGE_PRICE, null, 0, 0, false));
            case "bookTicker" -> Optional.of(new StreamName(name, symbol, Kind.BOOK_TICKER, null, 0, 0, true));
            default -> depth(name, symbol, DEPTH.matcher(kind));
        };
    }

    /** An interval, and a zone if it is not UTC. */
    private static Optional<StreamName> kline(String name, String symbol, String[] terms) {
        Optional<Long> zone = terms.length == 1 ? Optional.of(0L) : TimeZones.parse(terms[1]);
        return zone.flatMap(ahead -> Interval.of(terms[0])
                .map(interval -> new StreamName(name, symbol, Kind.KLINE, interval, ahead, 0, false)));
    }

    private static Optional<StreamName> depth(String name, String symbol, Matcher kind) {
        if (!kind.matches()) {
            return Optional.empty();
        }
        boolean fast = "@100ms".equals(kind.group(2));
        int levels = kind.group(1) == null ? 0 : Integer.parseInt(kind.group(1));
        return Optional.of(
                new StreamName(name, symbol, levels == 0 ? Kind.DEPTH : Kind.PARTIAL_DEPTH, null, 0, levels, fast));
    }

    /** Whether it tells of the book. */
    boolean isOfTheBook() {
        return kind == Kind.BOOK_TICKER || kind == Kind.DEPTH || kind == Kind.PARTIAL_DEPTH;
    }
}
