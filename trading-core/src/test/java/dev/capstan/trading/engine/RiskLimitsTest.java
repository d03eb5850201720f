package dev.capstan.trading.engine;

import static dev.capstan.trading.engine.BacktestFixture.candles;
import static dev.capstan.trading.engine.BacktestFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import dev.capstan.trading.risk.Percent;
import org.junit.jupiter.api.Test;

/** Risk's policies hold on history as they do live: entries beyond a limit are denied, exits pass. */
class RiskLimitsTest {

    private static final String FLAT = "100 101 99 100";

    private static BacktestResult run(String maxPosition, String maxInstrument, String maxAccount) {
        RiskLimits limits = new RiskLimits(
                new InstrumentLimits(Quantity.parse(maxPosition), Money.parse(maxInstrument), Percent.parse("5")),
                new AccountLimits(Money.parse(maxAccount), 5));
        return run(limits);
    }

    private static BacktestResult run(RiskLimits limits) {
        BacktestSettings free = settings();
        BacktestSettings limited = new BacktestSettings(free.run(), free.commission(), free.fills(), limits);
        return BacktestFixture.run(candles(FLAT, FLAT, FLAT, FLAT), "b.s", limited);
    }

    @Test
    void whatLimitsAllowTradesAsWithoutThem() {
        assertThat(run("10", "1000", "1000").fingerprint())
                .isEqualTo(BacktestFixture.run(candles(FLAT, FLAT, FLAT, FLAT), "b.s", settings())
                        .fingerprint());
    }

    @Test
    void oneOnTheExposureIsBothOfTheInstrumentAndTheAccount() {
        assertDenied(run(RiskLimits.ofExposure(Decimal8.parse("999.99"))), DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
        assertThat(run(RiskLimits.ofExposure(Decimal8.parse("1000"))).fills()).hasSize(2);
    }

    @Test
    void eachLimitDeniesByItsName() {
        assertDenied(run("9.999", "1000", "1000"), DenialReason.LIMIT_POSITION_SIZE);
        assertDenied(run("10", "999.99", "1000"), DenialReason.LIMIT_INSTRUMENT_EXPOSURE);
        assertDenied(run("10", "1000", "999.99"), DenialReason.LIMIT_ACCOUNT_EXPOSURE);
    }

    private static void assertDenied(BacktestResult result, DenialReason reason) {
        assertThat(result.fills()).isEmpty();
        assertThat(result.orders()).singleElement().satisfies(order -> {
            assertThat(order.stage()).isEqualTo(OrderStage.DENIED);
            assertThat(order.denial()).isEqualTo(reason);
        });
    }
}
