package dev.capstan.trading.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.trading.fixed.Decimal8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionSizerTest {

    private static final long ONE_PERCENT = 10_000;

    private final PositionSizer sizer = new PositionSizer(Decimal8.parse("0.001"), Decimal8.parse("0.002"));

    @Test
    void losesTheRiskedShareAtTheStop() {
        assertThat(size("10000", "20000", "19600")).isEqualTo(new Sizing.Sized(Decimal8.parse("0.25"), 1));
    }

    @Test
    void roundsDownToTheLot() {
        assertThat(size("10000", "20000", "19700")).isEqualTo(new Sizing.Sized(Decimal8.parse("0.333"), 1));
    }

    /** Of 10,000, one percent at risk, 50 lots of two: what is bought is worth entry times 2. */
    @ParameterizedTest
    @CsvSource({"5000, 1", "5000.01, 2", "10000, 2", "10000.01, 3", "250000, 50"})
    void takesTheLowestLeverageThatPays(String entry, int leverage) {
        String stop = Decimal8.text(Decimal8.parse(entry) - Decimal8.parse("50"));
        assertThat(size("10000", entry, stop)).isEqualTo(new Sizing.Sized(Decimal8.parse("2"), leverage));
    }

    @Test
    void refusesMoreLeverageThanFifty() {
        assertThat(size("10000", "250000.01", "249950.01"))
                .isEqualTo(new Sizing.Refused(
                        SizingRefusal.LEVERAGE_ABOVE_MAXIMUM, "notional=500000.02000000 balance=10000.00000000"));
    }

    @Test
    void refusesAStopAtTheEntry() {
        assertThat(size("10000", "20000", "20000"))
                .isEqualTo(new Sizing.Refused(
                        SizingRefusal.STOP_EQUALS_ENTRY, "entry=20000.00000000 stop=20000.00000000"));
    }

    @Test
    void refusesAStopWhereThePositionEarns() {
        assertThat(size("10000", "20000", "20000.01"))
                .isEqualTo(new Sizing.Refused(
                        SizingRefusal.STOP_BEYOND_ENTRY, "entry=20000.00000000 stop=20000.01000000"));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.00000000", "39, 0.00100000"})
    void refusesLessThanTheSmallestOrder(String balance, String quantity) {
        assertThat(size(balance, "20000", "19800"))
                .isEqualTo(new Sizing.Refused(
                        SizingRefusal.QUANTITY_BELOW_MINIMUM, "quantity=" + quantity + " minimum=0.00200000"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-100000000"})
    void refusesABalanceThatBuysNothing(long balance) {
        assertThat(sizer.size(balance, ONE_PERCENT, Decimal8.parse("20000"), Decimal8.parse("19600")))
                .isInstanceOfSatisfying(
                        Sizing.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SizingRefusal.QUANTITY_BELOW_MINIMUM));
    }

    /** One hundred-millionth at risk per unit makes quantities that 64 bits do not hold. */
    @Test
    void refusesWhatDoesNotFitInsteadOfWrapping() {
        assertThat(size("90000000000", "20000", "19999.99999999"))
                .isEqualTo(new Sizing.Refused(
                        SizingRefusal.LEVERAGE_ABOVE_MAXIMUM,
                        "notional=1844674407370940.00000000 balance=90000000000.00000000"));
        assertThat(size("1000000", "0.00000050", "0.00000049"))
                .isEqualTo(new Sizing.Refused(
                        SizingRefusal.QUANTITY_ABOVE_MAXIMUM, "entry=0.00000050 maximum=92233720368.54700000"));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new PositionSizer(0, 0)).hasMessageContaining("got: 0 and 0");
        assertThatThrownBy(() -> sizer.size(1, 0, 2, 1)).hasMessageContaining("got: 0 and 0.00000002");
        assertThatThrownBy(() -> sizer.size(1, 1_000_001, 2, 1)).hasMessageContaining("got: 1000001 and");
        assertThatThrownBy(() -> sizer.size(1, 1, 0, -1)).hasMessageContaining("got: 1 and 0.00000000");
    }

    private Sizing size(String balance, String entry, String stop) {
        return sizer.size(Decimal8.parse(balance), ONE_PERCENT, Decimal8.parse(entry), Decimal8.parse(stop));
    }
}
