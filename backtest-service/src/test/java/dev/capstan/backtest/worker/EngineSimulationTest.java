package dev.capstan.backtest.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.backtest.columns.ColumnFolder;
import dev.capstan.backtest.columns.SeriesColumns;
import dev.capstan.backtest.evidence.ObjectStore;
import dev.capstan.backtest.market.Coverage;
import dev.capstan.backtest.market.ListedRules;
import dev.capstan.backtest.market.MarketData;
import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.RunFixture;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSimulationTest {

    private static final CandleColumns CANDLES = RandomWalk.candles(7, 5_000);

    @TempDir
    private Path folder;

    private final MarketData market = new MarketData() {
        @Override
        public Coverage coverage(SeriesRange range) {
            return new Coverage("1m", "1m", 60_000, 1, opened(0), opened(CANDLES.size() - 1), 0, 0, null);
        }

        @Override
        public Optional<ListedRules> rules(InstrumentId instrumentId) {
            return Optional.empty();
        }

        @Override
        public <T> T candles(SeriesRange range, Reader<T> reader) {
            try {
                return reader.read(exported());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static Instant opened(int row) {
        return Instant.ofEpochMilli(CANDLES.openTime(row));
    }

    private static InputStream exported() {
        StringBuilder file = new StringBuilder();
        for (int row = 0; row < CANDLES.size(); row++) {
            file.append(CANDLES.openTime(row))
                    .append(',' + Decimal8.text(CANDLES.open(row)))
                    .append(',' + Decimal8.text(CANDLES.high(row)))
                    .append(',' + Decimal8.text(CANDLES.low(row)))
                    .append(',' + Decimal8.text(CANDLES.close(row)))
                    .append(',' + Decimal8.text(CANDLES.volume(row)))
                    .append("," + (CANDLES.openTime(row) + 59_999) + ",0,0,0,0,0\n");
        }
        return new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Stored implements ObjectStore {

        @Override
        public void put(String key, Content content) {
            throw new AssertionError("nothing is stored of a run that is refused");
        }

        @Override
        public Optional<InputStream> open(String key) {
            return Optional.empty();
        }
    }

    private Simulation simulation(int mostOrders) {
        Runs unasked = (Runs)
                Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (_, method, _) -> {
                    throw new AssertionError(method);
                });
        return new EngineSimulation(
                new SeriesColumns(market, new ColumnFolder(folder, 1_000_000, Clock.systemUTC())),
                BuiltInStrategies.kinds(),
                new Stored(),
                new EventJson(JsonDialect.mapper()),
                unasked,
                mostOrders,
                Duration.ofSeconds(10));
    }

    @Test
    void aRunOfTooManyOrdersEndsByNameOfTheLimit() {
        RunWatch watch = new RunWatch(RunFixture.queued(), Duration.ofMinutes(5));
        assertThatExceptionOfType(RunRefusedException.class)
                .isThrownBy(() -> simulation(10).run(watch.run(), watch))
                .satisfies(refusal -> {
                    assertThat(refusal.failure().code()).isEqualTo(ProblemCode.REQUEST_INVALID);
                    assertThat(refusal.failure().errors().getFirst().reason()).contains("at most 10 orders");
                });
    }
}
