package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.testing.KitDatabase;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.adapter.postgres.RunsForTests;
import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFixture;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.strategy.StrategyKinds;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** Runs on a real database, with a market and an execution that are played, and time that is moved by hand. */
final class RunBench implements AutoCloseable {

    static final Duration MINUTE = Duration.ofMinutes(1);

    final KitDatabase database = RunsForTests.database();
    final RecordedSignals signals = new RecordedSignals();
    final MovableClock clock = MovableClock.at("2026-11-21T10:00:00Z");
    final LiveRuns runs;
    final RunLeases leases = RunsForTests.leasesIn(database);
    final RunRecord lines = RunsForTests.recordIn(database);
    final PlayedExecution execution = new PlayedExecution();
    final CandleColumns market;
    /** Rows that the market never had. */
    final TreeSet<Integer> missing = new TreeSet<>();

    final ApplyCandle candles;
    private final ApplyOrderEvent orders;
    final RelayIntents relay;
    final CatchUp catchUp;

    RunBench(CandleColumns market) {
        this(market, BuiltInStrategies.kinds());
    }

    RunBench(CandleColumns market, StrategyKinds kinds) {
        this.market = market;
        this.runs = RunsForTests.in(database, kinds, signals, clock);
        this.candles = new ApplyCandle(runs, signals, 1, clock);
        this.orders = new ApplyOrderEvent(runs, signals, clock);
        this.relay = new RelayIntents(runs, execution, signals, clock);
        this.catchUp = new CatchUp(runs, this::stored, candles);
    }

    /** One whose first candle is that of {@code row}. */
    RunId begins(AccountId account, GapPolicy gaps, int row) {
        Instant before = candle(row).openTime().minus(MINUTE);
        return begins(RunFixture.spec(account, gaps), before);
    }

    /** One whose first candle comes after {@code before}. */
    RunId begins(RunSpec spec, Instant before) {
        LiveRun run = RunFixture.begun(spec, before);
        CallKey key = CallKey.of(RunFixture.OWNER, UUID.randomUUID().toString(), new byte[0]);
        if (runs.add(run, key, 100).isPresent()) {
            throw new IllegalStateException("expected room for a run");
        }
        return run.id();
    }

    Candle candle(int row) {
        return new Candle(Instant.ofEpochMilli(market.openTime(row)), market.bar(row));
    }

    /** The candle of {@code row} is over, and the next one plays. */
    void closes(int row) {
        database.transactions().run(() -> candles.apply(RunFixture.BTCUSDT, "test", MINUTE, candle(row)));
        nextPlays(row);
    }

    void nextPlays(int row) {
        execution.plays(market.open(Math.min(row + 1, market.size() - 1)));
    }

    /** The same, but the process dies before the transaction ends. */
    void diesInCandle(int row) {
        diesIn(() -> candles.apply(RunFixture.BTCUSDT, "test", MINUTE, candle(row)));
        nextPlays(row);
    }

    void relays(RunId id) {
        relay.run(id);
    }

    void catchesUp(RunId id) {
        catchUp.run(id);
    }

    void hears(OrderEvent event) {
        database.transactions().run(() -> orders.apply(event));
    }

    void hearsEverything() {
        execution.takeEvents().forEach(this::hears);
    }

    void diesInEvent(OrderEvent event) {
        diesIn(() -> orders.apply(event));
    }

    private void diesIn(Runnable work) {
        try {
            database.transactions().run(() -> {
                work.run();
                throw new Died();
            });
        } catch (Died expected) {
            // Nothing of it may be left.
        }
    }

    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    LiveRun run(RunId id) {
        return runs.find(id).orElseThrow();
    }

    private List<Candle> stored(RunSpec series, Instant from, Instant last) {
        return new ArrayList<>(IntStream.range(0, market.size())
                .filter(row -> !missing.contains(row))
                .mapToObj(this::candle)
                .filter(candle ->
                        !candle.openTime().isBefore(from) && !candle.openTime().isAfter(last))
                .limit(3)
                .toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
