package dev.capstan.simulator.market;

import static dev.capstan.simulator.market.CandleFixture.MINUTE;
import static dev.capstan.simulator.market.CandleFixture.candle;
import static dev.capstan.simulator.market.CandleFixture.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.fill.BarPath;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybackTest {

    private static final long NEVER = Long.MAX_VALUE;

    private final List<String> heard = new ArrayList<>();

    private final Playback.Visitor visitor = new Playback.Visitor() {
        @Override
        public void onPrice(long price, boolean opening) {
            heard.add((opening ? "open " : "") + price / Decimal8.ONE);
        }

        @Override
        public void onClose(long index) {
            heard.add("closed " + index);
        }
    };

    static IntStream seeds() {
        return IntStream.range(1, 60);
    }

    private static Playback playback(CandleSeries series, long cycle, long elapsed) {
        return new Playback(CandleFixture.listing(), series, FillRules.standard(), cycle, elapsed);
    }

    @Test
    void visitsEveryTurningPointHoweverRarelyItLooks() {
        Playback playback = playback(series(candle(0, 100, 110, 95, 105), candle(1, 106, 107, 90, 91)), NEVER, 0);
        playback.advance(MINUTE + 5_000, visitor);
        assertThat(heard).containsExactly("95", "110", "105", "closed 0", "open 106", "106");
        assertThat(playback.price()).isEqualTo(10_625 * Decimal8.ONE / 100);
    }

    @Test
    void theNextOpenPlaysRightAfterAClose() {
        Playback playback = playback(series(candle(0, 100, 110, 95, 105), candle(1, 120, 121, 119, 120)), NEVER, 0);
        playback.advance(MINUTE, visitor);
        assertThat(playback.price()).isEqualTo(120 * Decimal8.ONE);
        assertThat(heard).containsSubsequence("105", "closed 0", "open 120");
    }

    @Test
    void theLastPriceStaysAndNoCandleFollows() {
        Playback playback = playback(series(candle(0, 100, 110, 95, 105)), NEVER, 0);
        playback.advance(MINUTE * 5, visitor);
        playback.advance(MINUTE * 6, visitor);
        assertThat(heard).containsExactly("95", "110", "105", "closed 0", "105");
        assertThat(playback.position().ended()).isTrue();
        assertThat(playback.volume().remaining()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void startsAgainInTheNextCycle() {
        Playback playback = playback(series(candle(0, 100, 100, 100, 100)), 2 * MINUTE, 0);
        playback.advance(MINUTE + 1, visitor);
        playback.advance(2 * MINUTE, visitor);
        assertThat(heard).contains("closed 0", "open 100");
        assertThat(playback.position()).isEqualTo(new Position(1, 0, 0, false));
    }

    @Test
    void neverGoesBack() {
        Playback playback =
                playback(series(candle(0, 100, 110, 95, 105), candle(1, 106, 107, 90, 91)), NEVER, MINUTE + 30_000);
        long price = playback.price();
        playback.advance(10, visitor);
        assertThat(playback.price()).isEqualTo(price);
        assertThat(playback.position().index()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walksTheSameTurningPointsInOneStepOrInMany(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CandleSeries series = CandleFixture.random(random, 20);
        Playback steps = playback(series, NEVER, 0);
        List<Long> lowest = new ArrayList<>();
        long[] low = {Long.MAX_VALUE};
        long[] high = {0};
        Playback.Visitor extremes = new Playback.Visitor() {
            @Override
            public void onPrice(long price, boolean opening) {
                low[0] = Math.min(low[0], price);
                high[0] = Math.max(high[0], price);
            }

            @Override
            public void onClose(long index) {
                lowest.add(low[0]);
                assertThat(low[0]).isEqualTo(series.at(index).bar().low());
                assertThat(high[0]).isEqualTo(series.at(index).bar().high());
                low[0] = Long.MAX_VALUE;
                high[0] = 0;
            }
        };
        low[0] = series.at(0).bar().open();
        high[0] = low[0];
        long elapsed = 0;
        while (elapsed < 20 * MINUTE) {
            elapsed += random.nextLong(1, 3 * MINUTE);
            steps.advance(elapsed, extremes);
        }
        assertThat(lowest).hasSize(20);
        Playback jump = playback(series, NEVER, 7 * MINUTE + 123);
        assertThat(jump.price())
                .isEqualTo(
                        BarPath.of(series.at(7).bar(), CandleFixture.listing().tick())
                                .priceAt(123, MINUTE));
    }
}
