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
        return new MarketSetup(clock, instruments, options.loop() ? longest(instruments) : Long.MAX_VALUE);
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
        long speed = options.speedMillis();
        int beats = options.replay().isEmpty() ? options.madeUp().beats(speed) : 0;
        return state.clock()
                .filter(known -> known.epoch().equals(options.epoch()))
                .map(known -> continued(known, beats > 0))
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

    private static long longest(List<Instrument> instruments) {
        return instruments.stream().mapToLong(Instrument::playMillis).max().orElse(Long.MAX_VALUE);
    }

    Map<String, CandleSeries> series() {
        return instruments.stream()
                .collect(Collectors.toMap(each -> each.listing().symbol(), Instrument::series));
    }

    /** Name of the market that plays at {@code nowMillis}: each round of a loop is an epoch of its own. */
    String epochAt(long nowMillis) {
        long round = clock.elapsedAt(nowMillis) / cycleMillis;
        return round == 0 ? clock.epoch() : clock.epoch() + "-" + (round + 1);
    }
}
