package dev.capstan.systemtests.live;

import dev.capstan.systemtests.live.Happening.CandleOver;
import dev.capstan.systemtests.live.Happening.Filled;
import dev.capstan.systemtests.live.Happening.OrderOver;
import dev.capstan.trading.fixed.Decimal8;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a live run wanted and the engine did not, or otherwise, each with its cause: the last thing before it that the venue or the machine
 * did otherwise than the engine assumes.
 */
final class Differences {

    private final Map<Long, IntentLine> live = new TreeMap<>();
    private final Map<Long, IntentLine> engine = new TreeMap<>();
    /** By the market time of the intent it happened to. */
    private final TreeMap<Long, String> causes = new TreeMap<>();

    private Differences(List<IntentLine> live, List<IntentLine> engine) {
        live.forEach(line -> this.live.put(line.decidedAt(), line));
        engine.forEach(line -> this.engine.put(line.decidedAt(), line));
    }

    /** One that has {@code cause} null could not be explained. */
    record Difference(
            Instant at,
            String live,
            String engine,
            @Nullable String cause) {

        @Override
        public String toString() {
            return at + ": live " + live + ", engine " + engine + "; because " + cause;
        }
    }

    static List<Difference> of(TradedRun live, EngineRun engine) {
        Differences differences = new Differences(live.intents(), engine.intents());
        differences.readCauses(live, engine);
        return differences.list();
    }

    private void readCauses(TradedRun run, EngineRun backtest) {
        Map<Integer, Long> decided = new HashMap<>();
        live.values().forEach(line -> decided.put(line.number(), line.decidedAt()));
        Map<Long, Long> assumed = backtest.fillPrices();
        long over = 0;
        for (Happening happening : run.happenings()) {
            switch (happening) {
                case CandleOver candle -> over = candle.openTime();
                case Filled fill -> {
                    long at = Objects.requireNonNull(decided.get(fill.intent()));
                    Long price = assumed.get(at);
                    if (price != null && price != fill.price()) {
                        because(at, "filled at " + Decimal8.text(fill.price()) + ", not " + Decimal8.text(price));
                    }
                }
                case OrderOver order -> {
                    long at = Objects.requireNonNull(decided.get(order.intent()));
                    if (!order.cause().equals("FILLED")) {
                        because(at, "ended " + order.cause());
                    }
                    if (over >= at) {
                        because(at, "was under way until after the candle of " + Instant.ofEpochMilli(over));
                    }
                }
            }
        }
    }

    private void because(long at, String what) {
        causes.merge(
                at, "the order of " + Instant.ofEpochMilli(at) + " " + what, (before, again) -> before + "; " + again);
    }

    private List<Difference> list() {
        TreeSet<Long> times = new TreeSet<>(live.keySet());
        times.addAll(engine.keySet());
        List<Difference> found = new ArrayList<>();
        for (long at : times) {
            String ours = what(live.get(at));
            String its = what(engine.get(at));
            if (!ours.equals(its)) {
                Map.Entry<Long, String> cause = causes.lowerEntry(at);
                found.add(new Difference(Instant.ofEpochMilli(at), ours, its, cause == null ? null : cause.getValue()));
            }
        }
        return found;
    }

    private static String what(@Nullable IntentLine line) {
        return line == null ? "nothing" : line.what();
    }
}
