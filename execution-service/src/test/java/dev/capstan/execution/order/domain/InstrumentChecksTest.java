package dev.capstan.execution.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.venue.domain.InstrumentRules;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentChecksTest {

    @ParameterizedTest
    @CsvSource({
        "0.0005, 100,   QUANTITY_OUT_OF_RANGE, min=0.001",
        "11,     100,   QUANTITY_OUT_OF_RANGE, max=10",
        "0.0015, 100,   QUANTITY_NOT_ON_LOT,   lot=0.001",
        "1,      0.001, PRICE_OUT_OF_RANGE,    min=0.01",
        "1,      2000,  PRICE_OUT_OF_RANGE,    max=1000",
        "1,      100.005, PRICE_NOT_ON_TICK,   tick=0.01",
        "0.001,  100,   NOTIONAL_OUT_OF_RANGE, notional=0.1 min=5",
        "10,     900,   NOTIONAL_OUT_OF_RANGE, max=5000"
    })
    void namesTheBrokenRuleAndItsFigures(String quantity, String price, DenialReason reason, String figures) {
        Denial denial = InstrumentChecks.refuse(order(OrderType.LIMIT, quantity, price), rules(true))
                .orElseThrow();

        assertThat(denial.reason()).isEqualTo(reason);
        assertThat(denial.context()).contains(figures);
    }

    @Test
    void letsAGoodOrderPass() {
        assertThat(InstrumentChecks.refuse(order(OrderType.LIMIT, "1", "100.01"), rules(true)))
                .isEmpty();
    }

    @Test
    void usesTheMarketMaximumForMarketOrders() {
        assertThat(InstrumentChecks.refuse(order(OrderType.MARKET, "6", null), rules(true)))
                .map(Denial::context)
                .hasValue("quantity=6 max=5");
    }

    @Test
    void refusesAClosedInstrument() {
        Optional<Denial> denial = InstrumentChecks.refuse(order(OrderType.LIMIT, "1", "100"), rules(false));

        assertThat(denial).map(Denial::reason).hasValue(DenialReason.INSTRUMENT_NOT_TRADING);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001,   PRICE_OUT_OF_RANGE, triggerPrice=0.001 min=0.01",
        "2000,    PRICE_OUT_OF_RANGE, triggerPrice=2000 max=1000",
        "100.005, PRICE_NOT_ON_TICK,  triggerPrice=100.005 tick=0.01"
    })
    void holdsTheTriggerAgainstTheSameRulesAsTheLimit(String trigger, DenialReason reason, String figures) {
        Denial denial = InstrumentChecks.refuse(order(OrderType.STOP_LOSS_LIMIT, "1", "100", trigger), rules(true))
                .orElseThrow();

        assertThat(denial).isEqualTo(new Denial(reason, figures));
    }

    @Test
    void refusesATypeTheVenueDoesNotOffer() {
        assertThat(InstrumentChecks.refuse(order(OrderType.TAKE_PROFIT, "1", null, "100"), rules(true)))
                .hasValue(new Denial(
                        DenialReason.ORDER_TYPE_NOT_OFFERED,
                        "orderType=TAKE_PROFIT offered=[MARKET, LIMIT, STOP_LOSS_LIMIT]"));
    }

    private static OrderTerms order(OrderType type, String quantity, @Nullable String price) {
        return order(type, quantity, price, null);
    }

    private static OrderTerms order(OrderType type, String quantity, @Nullable String price, @Nullable String trigger) {
        OrderTerms terms = OrderFixture.terms();
        return new OrderTerms(
                terms.orderId(),
                terms.clientOrderId(),
                terms.accountId(),
                terms.instrumentId(),
                terms.actingSubject(),
                terms.side(),
                type,
                terms.timeInForce(),
                Quantity.parse(quantity),
                price == null ? null : Price.parse(price),
                trigger == null ? null : Price.parse(trigger),
                terms.origin(),
                terms.receivedAt(),
                terms.submitBy());
    }

    private static InstrumentRules rules(boolean trading) {
        return new InstrumentRules(
                OrderFixture.INSTRUMENT,
                new Asset("BTC"),
                new Asset("USDT"),
                trading,
                new BigDecimal("0.01"),
                new BigDecimal("0.01"),
                new BigDecimal("1000"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new BigDecimal("10"),
                new BigDecimal("5"),
                new BigDecimal("5"),
                new BigDecimal("5000"),
                true,
                8,
                8,
                Set.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP_LOSS_LIMIT),
                null);
    }
}
