package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.PriceBands;
import dev.capstan.execution.venue.domain.PriceBands.Band;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExchangeInfoTest {

    private static final ExchangeInfo INFO = ExchangeInfo.parse(Payloads.read("exchange-info.json"));

    @Test
    void readsTheRulesOfAnInstrument() {
        InstrumentRules rules = rules("BTCUSDT.BINANCE");

        assertThat(rules.trading()).isTrue();
        assertThat(rules.tickSize()).isEqualByComparingTo("0.01");
        assertThat(rules.minPrice()).isEqualByComparingTo("0.01");
        assertThat(rules.maxPrice()).isEqualByComparingTo("1000000");
        assertThat(rules.lotSize()).isEqualByComparingTo("0.00001");
        assertThat(rules.minQuantity()).isEqualByComparingTo("0.00001");
        assertThat(rules.maxQuantity()).isEqualByComparingTo(new BigDecimal("9000"));
        assertThat(rules.maxMarketQuantity()).isEqualByComparingTo("120.5");
        assertThat(rules.minNotional()).isEqualByComparingTo("5");
        assertThat(rules.maxNotional()).isEqualByComparingTo("9000000");
        assertThat(rules.minNotionalOnMarket()).isTrue();
        assertThat(rules.baseScale()).isEqualTo(8);
        assertThat(rules.orderTypes()).containsExactlyInAnyOrder(OrderType.LIMIT, OrderType.MARKET);
        assertThat(rules.priceBands())
                .isEqualTo(new PriceBands(
                        new Band(new BigDecimal("0.2"), new BigDecimal("5")),
                        new Band(new BigDecimal("0.2"), new BigDecimal("4")),
                        5));
    }

    @Test
    void takesAZeroForNoRuleAndMinNotionalForNotional() {
        InstrumentRules rules = rules("OLDTRY.BINANCE");

        assertThat(rules.trading()).isFalse();
        assertThat(rules.tickSize()).isNull();
        assertThat(rules.lotSize()).isNull();
        assertThat(rules.minNotional()).isEqualByComparingTo("10");
        assertThat(rules.minNotionalOnMarket()).isFalse();
        assertThat(rules.quoteScale()).isEqualTo(4);
        assertThat(rules.orderTypes()).containsExactlyInAnyOrder(OrderType.values());
        assertThat(rules.priceBands()).isNull();
    }

    @Test
    void leavesOutASymbolItCannotReadAndKeepsTheOthers() {
        assertThat(INFO.rules()).hasSize(2);
    }

    @Test
    void readsTheRequestBudget() {
        assertThat(INFO.weightPerMinute()).hasValue(1200);
        assertThat(INFO.orderLimits())
                .containsExactly(new OrderLimit(Duration.ofSeconds(10), "X-MBX-ORDER-COUNT-10S", 50));
    }

    private static InstrumentRules rules(String id) {
        return Objects.requireNonNull(INFO.rules().get(InstrumentId.parse(id)));
    }
}
