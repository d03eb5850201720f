package dev.capstan.trading.risk;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.risk.exposure.InstrumentExposure;
import dev.capstan.trading.risk.exposure.NetQuantity;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check that passes every policy; a test changes only what matters to it. Mark 100, limits 1,000 and 5,000, collar 5 %, 10 orders. */
record RiskCheckFixture(
        String position,
        OpenOrder order,
        @Nullable String limitPrice,
        @Nullable String triggerPrice,
        String otherInstruments,
        String referenceRate,
        int openOrders,
        @Nullable String maxPosition) {

    static final Price MARK = Price.parse("100");

    static RiskCheckFixture buying(String quantity) {
        return new RiskCheckFixture("0", order(Side.BUY, quantity), null, null, "0", "1", 0, null);
    }

    static RiskCheckFixture selling(String quantity) {
        return new RiskCheckFixture("0", order(Side.SELL, quantity), null, null, "0", "1", 0, null);
    }

    RiskCheckFixture holding(String value) {
        return new RiskCheckFixture(
                value, order, limitPrice, triggerPrice, otherInstruments, referenceRate, openOrders, maxPosition);
    }

    RiskCheckFixture limitedTo(String value) {
        return new RiskCheckFixture(
                position, order, value, triggerPrice, otherInstruments, referenceRate, openOrders, maxPosition);
    }

    RiskCheckFixture waitingFor(String value) {
        return new RiskCheckFixture(
                position, order, limitPrice, value, otherInstruments, referenceRate, openOrders, maxPosition);
    }

    RiskCheckFixture besides(String value) {
        return new RiskCheckFixture(
                position, order, limitPrice, triggerPrice, value, referenceRate, openOrders, maxPosition);
    }

    RiskCheckFixture convertedAt(String value) {
        return new RiskCheckFixture(
                position, order, limitPrice, triggerPrice, otherInstruments, value, openOrders, maxPosition);
    }

    RiskCheckFixture withOpenOrders(int value) {
        return new RiskCheckFixture(
                position, order, limitPrice, triggerPrice, otherInstruments, referenceRate, value, maxPosition);
    }

    RiskCheckFixture withMaxPosition(String value) {
        return new RiskCheckFixture(
                position, order, limitPrice, triggerPrice, otherInstruments, referenceRate, openOrders, value);
    }

    RiskCheck check() {
        return new RiskCheck(
                new InstrumentExposure(NetQuantity.of(new BigDecimal(position)), List.of(), MARK),
                order,
                limitPrice == null ? null : Price.parse(limitPrice),
                triggerPrice == null ? null : Price.parse(triggerPrice),
                Money.parse(otherInstruments),
                Price.parse(referenceRate),
                openOrders,
                new InstrumentLimits(
                        maxPosition == null ? null : Quantity.parse(maxPosition),
                        Money.parse("1000"),
                        Percent.parse("5")),
                new AccountLimits(Money.parse("5000"), 10));
    }

    private static OpenOrder order(Side side, String quantity) {
        return new OpenOrder(side, Quantity.parse(quantity), Price.ZERO);
    }
}
