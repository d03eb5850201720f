package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.market.Interval;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A market stream by its name, e.g. {@code btcusdt@kline_1m}.
 *
 * @param interval of a kline stream; absent for the trade stream
 */
record StreamName(String name, String symbol, @Nullable Interval interval) {

    private static final String KLINE = "kline_";

    /** The stream called {@code name}; empty when this venue has none of that name. */
    static Optional<StreamName> parse(String name) {
        int at = name.indexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String symbol = name.substring(0, at).toUpperCase(Locale.ROOT);
        String kind = name.substring(at + 1);
        if (kind.equals("trade")) {
            return Optional.of(new StreamName(name, symbol, null));
        }
        return kind.startsWith(KLINE)
                ? Interval.of(kind.substring(KLINE.length())).map(interval -> new StreamName(name, symbol, interval))
                : Optional.empty();
    }
}
