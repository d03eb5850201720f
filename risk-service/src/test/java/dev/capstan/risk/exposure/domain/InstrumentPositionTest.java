package dev.capstan.risk.exposure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.risk.OrderFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentPositionTest {

    private final OrderFixture buy = OrderFixture.market(OrderFixture.account(), OrderFixture.BTCUSDT, Side.BUY, "3");
    private final InstrumentPosition flat = InstrumentPosition.flat(buy.key());

    @Test
    void growsByAFillNetOfACommissionInTheBaseAsset() {
        InstrumentPosition after = flat.after(buy.fill(Quantity.parse("2"), "101", "0.002", "BTC", 1));
        assertThat(after.quantity().text()).isEqualTo("1.998");
        assertThat(after.lastPrice()).isEqualTo(Price.parse("101"));
        assertThat(after.lastEventNumber()).isEqualTo(1);
    }

    @Test
    void isNotTouchedByACommissionInAnotherAsset() {
        assertThat(flat.after(buy.fill(Quantity.parse("2"), "101", "0.5", "USDT", 1))
                        .quantity()
                        .text())
                .isEqualTo("2");
    }

    @Test
    void shrinksBySales() {
        OrderFixture sell = OrderFixture.market(buy.key().accountId(), OrderFixture.BTCUSDT, Side.SELL, "5");
        assertThat(flat.after(buy.fill("3", "100", 1))
                        .after(sell.fill("5", "100", 2))
                        .quantity()
                        .text())
                .isEqualTo("-2");
    }

    @Test
    void isCompleteAgainAtTheNumberItHadReached() {
        InstrumentPosition rebuilding =
                new InstrumentPosition(buy.key(), flat.quantity(), null, null, 0, null, false, 2L);
        assertThat(rebuilding.after(buy.fill("1", "100", 1)).isRebuilding()).isTrue();
        assertThat(rebuilding.after(buy.fill("1", "100", 2)).isRebuilding()).isFalse();
    }

    @Test
    void hashesToTheSameWhateverTheScale() {
        InstrumentPosition one = flat.after(buy.fill("1", "100", 1));
        OrderFixture same = OrderFixture.market(buy.key().accountId(), OrderFixture.BTCUSDT, Side.BUY, "3");
        InstrumentPosition padded = flat.after(same.fill("1.000", "100", 1));
        assertThat(ExposureHash.of(one, List.of())).isEqualTo(ExposureHash.of(padded, List.of()));
        assertThat(ExposureHash.of(one, List.of())).isNotEqualTo(ExposureHash.of(flat, List.of()));
    }
}
