package dev.capstan.simulator;

import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.flow.GeneratedInstruments;
import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Instruments;
import dev.capstan.simulator.market.MarketClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What plays, since when and how fast.
 *
 * @param cycleMillis market milliseconds after which it starts again; {@link Long#MAX_VALUE} for never
 */
record MarketSetup(MarketClock clock, List<Instrument> instruments, long cycleMillis) {

    /** The market the options ask for; the one of the journal when it has the same epoch. */
    static MarketSetup of(SimulatorOptions options, ExchangeState state, VenueClock time) {
        MarketClock clock = clock(options, state, time.wallMicros() / 1_000L);
        List<Instrument> instruments = instruments(options, clock);
        return new MarketSetup(
                options.pace().stepped() ? clock.stepping(step(instruments)) : clock,
                instruments,
                options.pace().loop() ? longest(instruments) : Long.MAX_VALUE);
    }

    /** One step closes the running candle of every instrument, so all of them have one length. */
    private static long step(List<Instrument> instruments) {
        List<Long> lengths = instruments.stream()
                .map(each -> each.series().intervalMillis())
                .distinct()
                .toList();
        if (lengths.size() != 1) {
            throw new IllegalArgumentException("expected candles of one length for --step, got candles of "
                    + lengths.stream().map(millis -> millis / 1_000 + " s").collect(Collectors.joining(" and ")));
        }
        return lengths.getFirst();
    }

    private static List<Instrument> instruments(SimulatorOptions options, MarketClock clock) {
        if (!options.replay().isEmpty()) {
            return Instruments.replayed(options.replay());
        }
        long seed = options.madeUp().seed();
        return clock.isGenerated()
                ? GeneratedInstruments.of(seed, clock.origin(), clock.beats())
                : Instruments.synthetic(seed, clock.origin());
    }

    private static MarketClock clock(SimulatorOptions options, ExchangeState state, long now) {
        long speed = options.pace().speedMillis();
        int beats = options.replay().isEmpty() ? options.madeUp().beats(speed) : 0;
        if (options.pace().stepped() && beats > 0) {
            throw new IllegalArgumentException(
                    "expected --replay or --market synthetic with --step: a generated market plays by itself");
        }
        return state.clock()
                .filter(known -> known.epoch().equals(options.epoch()))
                .map(known -> continued(known, beats > 0))
                .map(known -> movedAsBefore(known, options.pace().stepped()))
                .map(known -> known.speed() == speed ? known : known.withSpeed(now, speed))
                .orElseGet(() -> MarketClock.begin(options.epoch(), now, speed).withFlow(beats));
    }

    /** Candles once told are never told differently: an epoch keeps its kind of market. */
    private static MarketClock continued(MarketClock known, boolean generated) {
        if (known.isGenerated() != generated) {
            throw new IllegalArgumentException("expected another --epoch than " + known.epoch() + ": that one "
                    + (known.isGenerated() ? "is a generated market" : "plays candles"));
        }
        return known;
    }

    private static MarketClock movedAsBefore(MarketClock known, boolean stepped) {
        if (known.isStepped() != stepped) {
            throw new IllegalArgumentException("expected another --epoch than " + known.epoch()
                    + ": that one is moved by " + (known.isStepped() ? "steps" : "the clock"));
        }
        return known;
    }

    private static long longest(List<Instrument> instruments) {
        return instruments.stream().mapToLong(Instrument::playMillis).max().orElse(Long.MAX_VALUE);
    }

    Map<String, CandleSeries> series() {
        return instruments.stream()
                .collect(Collectors.toMap(each -> each.listing().symbol(), Instrument::series));
    }

    /** Name of the market when {@code elapsed} milliseconds of it have played: each round of a loop is an epoch of its own. */
    String epochAt(long elapsed) {
        long round = elapsed / cycleMillis;
        return round == 0 ? clock.epoch() : clock.epoch() + "-" + (round + 1);
    }
}
