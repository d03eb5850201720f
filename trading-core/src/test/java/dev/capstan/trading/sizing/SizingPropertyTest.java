package dev.capstan.trading.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in 1,000 scenarios, checked with unbounded decimals. */
class SizingPropertyTest {

    /** Risk is counted in hundred-millionths and rounded down. */
    private static final BigDecimal COUNTED = Decimal8.decimal(1);

    private static final BigDecimal LOTS_FOR_A_TENTH_OF_A_PERCENT = new BigDecimal("1001");
    private static final BigDecimal CLOSE_ENOUGH = new BigDecimal("0.999");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 1_000);
    }

    static Stream<SizingScenario> scenarios() {
        return seeds().mapToObj(SizingScenario::random);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void eachIsSizedOrRefusedForAReason(SizingScenario scenario) {
        switch (scenario.sized()) {
            case Sizing.Sized sized -> check(scenario, sized);
            case Sizing.Refused refused -> check(scenario, refused.reason());
        }
    }

    private static void check(SizingScenario scenario, Sizing.Sized sized) {
        BigDecimal quantity = Decimal8.decimal(sized.quantity());
        BigDecimal oneLotMore = Decimal8.decimal(sized.quantity() + scenario.step());
        BigDecimal target = scenario.targetLoss();

        assertThat(sized.quantity() % scenario.step()).isZero();
        assertThat(sized.quantity()).isPositive().isGreaterThanOrEqualTo(scenario.minQuantity());
        assertThat(scenario.loss(quantity)).isLessThanOrEqualTo(target);
        assertThat(scenario.loss(oneLotMore)).isGreaterThan(target.subtract(COUNTED));
        if (isFine(scenario)) {
            assertThat(scenario.loss(quantity)).isGreaterThanOrEqualTo(target.multiply(CLOSE_ENOUGH));
        }
        assertThat(sized.leverage()).isBetween(1, PositionSizer.MAX_LEVERAGE);
        assertThat(scenario.notional(quantity))
                .isLessThanOrEqualTo(scenario.balanceTimes(sized.leverage()))
                .isGreaterThan(scenario.balanceTimes(sized.leverage() - 1));
    }

    private static void check(SizingScenario scenario, SizingRefusal reason) {
        BigDecimal exact = scenario.exactQuantity();
        switch (reason) {
            case QUANTITY_BELOW_MINIMUM ->
                assertThat(exact.subtract(Decimal8.decimal(1)))
                        .isLessThan(Decimal8.decimal(Math.max(scenario.step(), scenario.minQuantity())));
            case LEVERAGE_ABOVE_MAXIMUM ->
                assertThat(scenario.notional(exact)).isGreaterThan(scenario.balanceTimes(PositionSizer.MAX_LEVERAGE));
            case QUANTITY_ABOVE_MAXIMUM -> assertThat(exact).isGreaterThan(Decimal8.decimal(Long.MAX_VALUE));
            case STOP_EQUALS_ENTRY, STOP_BEYOND_ENTRY, NOTIONAL_BELOW_MINIMUM ->
                throw new AssertionError("none of these scenarios is like that");
        }
    }

    /** Whether a lot is less than a thousandth of what is bought. */
    private static boolean isFine(SizingScenario scenario) {
        return Decimal8.decimal(scenario.step())
                        .multiply(LOTS_FOR_A_TENTH_OF_A_PERCENT)
                        .compareTo(scenario.exactQuantity())
                < 0;
    }

    @Test
    void theScenariosShowEverything() {
        assertThat(scenarios().filter(scenario -> scenario.sized() instanceof Sizing.Sized))
                .hasSizeGreaterThan(600)
                .filteredOn(SizingPropertyTest::isFine)
                .hasSizeGreaterThan(500);
        assertThat(scenarios().map(SizingScenario::sized))
                .filteredOn(Sizing.Refused.class::isInstance)
                .extracting(sizing -> ((Sizing.Refused) sizing).reason())
                .contains(SizingRefusal.LEVERAGE_ABOVE_MAXIMUM, SizingRefusal.QUANTITY_BELOW_MINIMUM);
    }
}
