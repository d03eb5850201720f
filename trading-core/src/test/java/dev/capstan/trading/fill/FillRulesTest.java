package dev.capstan.trading.fill;

import static dev.capstan.contracts.value.Side.BUY;
import static dev.capstan.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.value.Side;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FillRulesTest {

    private final FillRules rules = FillRules.standard();

    static LongStream seeds() {
        return Bars.seeds();
    }

    @Test
    void aMarketOrderTakesThePricePlayingPlusSlippage() {
        assertThat(rules.marketPrice(BUY, 100)).isEqualTo(100);
        assertThat(new FillRules(3, 100).marketPrice(BUY, 100)).isEqualTo(103);
        assertThat(new FillRules(3, 100).marketPrice(SELL, 100)).isEqualTo(97);
    }

    @Test
    void aMarketableLimitNeverGetsWorseThanItsLimit() {
        FillRules slipping = new FillRules(5, 100);
        assertThat(slipping.marketableLimitPrice(BUY, 102, 100)).isEqualTo(102);
        assertThat(slipping.marketableLimitPrice(SELL, 99, 100)).isEqualTo(99);
        assertThat(rules.marketableLimitPrice(BUY, 102, 100)).isEqualTo(100);
    }

    @Test
    void aTouchDoesNotFillARestingLimitAndATradeThroughFillsItAtItsLimit() {
        assertThat(rules.restingPrice(BUY, 100, 100, false)).isEmpty();
        assertThat(rules.restingPrice(BUY, 100, 99, false)).hasValue(100);
        assertThat(rules.restingPrice(SELL, 100, 100, false)).isEmpty();
        assertThat(rules.restingPrice(SELL, 100, 101, false)).hasValue(100);
    }

    @Test
    void aGapFillsARestingLimitAtTheOpen() {
        assertThat(rules.restingPrice(BUY, 100, 95, true)).hasValue(95);
        assertThat(rules.restingPrice(SELL, 100, 105, true)).hasValue(105);
        assertThat(rules.restingPrice(SELL, 100, 100, true)).isEmpty();
    }

    @Test
    void allOrdersOfABarShareItsVolume() {
        BarVolume volume = new FillRules(0, 50).volumeOf(new Bar(10, 10, 10, 10, 101));
        assertThat(volume.take(20, 1)).isEqualTo(20);
        assertThat(volume.take(20, 7)).isEqualTo(20);
        assertThat(volume.take(20, 7)).isEqualTo(7);
        assertThat(volume.take(20, 7)).isZero();
        assertThat(volume.remaining()).isEqualTo(3);
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        assertThatThrownBy(() -> new FillRules(-1, 100)).hasMessageContaining("slippage");
        assertThatThrownBy(() -> new FillRules(0, 0)).hasMessageContaining("share");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRestingLimitIsFilledOnABarExactlyWhenTheBarTradesThroughItAndNeverWorse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bar bar = Bars.random(random);
        Side side = random.nextBoolean() ? BUY : SELL;
        long limit = random.nextLong(bar.low() - bar.low() / 10 - 1, bar.high() + bar.high() / 10 + 1);
        OptionalLong fill = walk(BarPath.of(bar, 1), side, limit);

        boolean through = side == BUY ? bar.low() < limit : bar.high() > limit;
        assertThat(fill.isPresent()).isEqualTo(through);
        fill.ifPresent(price -> {
            assertThat(side == BUY ? price <= limit : price >= limit).isTrue();
            assertThat(price).isBetween(bar.low(), bar.high());
            boolean gap = rules.restingPrice(side, limit, bar.open(), true).isPresent();
            assertThat(price).isEqualTo(gap ? bar.open() : limit);
        });
    }

    private OptionalLong walk(BarPath path, Side side, long limit) {
        for (int point = 0; point < BarPath.POINTS; point++) {
            OptionalLong fill = rules.restingPrice(side, limit, path.point(point), point == 0);
            if (fill.isPresent()) {
                return fill;
            }
        }
        return OptionalLong.empty();
    }
}
