package dev.capstan.trading.accounting;

import static dev.capstan.trading.accounting.PositionFillFixture.BNB;
import static dev.capstan.trading.accounting.PositionFillFixture.BTC;
import static dev.capstan.trading.accounting.PositionFillFixture.PAIR;
import static dev.capstan.trading.accounting.PositionFillFixture.USDT;
import static dev.capstan.trading.accounting.PositionFillFixture.buy;
import static dev.capstan.trading.accounting.PositionFillFixture.fill;
import static dev.capstan.trading.accounting.PositionFillFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.PositionSide;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageCostTest {

    private final AverageCost costing = new AverageCost(PAIR);

    private PositionState after(PositionFill... fills) {
        return costing.applyAll(PositionState.FLAT, List.of(fills)).getLast();
    }

    @Test
    void mixesTheCostsOfTwoBuys() {
        PositionState state = after(buy(1, "1", "100"), buy(2, "3", "200"));

        assertThat(state.side()).isEqualTo(PositionSide.LONG);
        assertThat(state.quantity()).isEqualTo(Quantity.parse("4"));
        assertThat(state.averagePrice()).isEqualTo(Price.parse("175")).hasToString("175");
        assertThat(state.realizedPnl()).isEqualTo(Money.ZERO);
    }

    @Test
    void realizesTheDifferenceToTheAverageOnASell() {
        PositionState state = after(buy(1, "1", "100"), buy(2, "3", "200"), sell(3, "2", "180"));

        assertThat(state.quantity()).isEqualTo(Quantity.parse("2"));
        assertThat(state.averagePrice()).isEqualTo(Price.parse("175"));
        assertThat(state.realizedPnl()).isEqualTo(Money.parse("10"));
    }

    @Test
    void takesACommissionInBaseOutOfTheHoldingAtTheFillsPrice() {
        PositionState state = after(fill(1, Side.BUY, "1", "100", "0.001", BTC));

        assertThat(state.quantity()).isEqualTo(Quantity.parse("0.999"));
        assertThat(state.averagePrice()).isEqualTo(Price.parse("100"));
        assertThat(state.realizedPnl()).isEqualTo(Money.parse("-0.1"));
    }

    @Test
    void takesACommissionInQuoteFromTheProfit() {
        PositionState state = after(buy(1, "1", "100"), fill(2, Side.SELL, "1", "110", "0.11", USDT));

        assertThat(state).isEqualTo(new PositionState(Money.ZERO, Money.ZERO, Money.parse("9.89")));
        assertThat(state.averagePrice()).isNull();
    }

    @Test
    void keepsACommissionInAThirdAssetOutOfThePosition() {
        PositionFill paidInBnb = fill(1, Side.BUY, "1", "100", "0.002", BNB);

        assertThat(after(paidInBnb)).isEqualTo(after(buy(1, "1", "100")));
        assertThat(CommissionsPaid.NONE.plus(paidInBnb).plus(paidInBnb).in(BNB)).isEqualTo(Money.parse("0.004"));
    }

    @Test
    void closesALongAndOpensAShortInOneFill() {
        PositionState state = after(buy(1, "1", "100"), sell(2, "3", "130"));

        assertThat(state.side()).isEqualTo(PositionSide.SHORT);
        assertThat(state.quantity()).isEqualTo(Quantity.parse("2"));
        assertThat(state.averagePrice()).isEqualTo(Price.parse("130"));
        assertThat(state.realizedPnl()).isEqualTo(Money.parse("30"));
        assertThat(state.unrealizedPnl(Price.parse("120"))).isEqualTo(Money.parse("20"));
    }

    @Test
    void coversAShortAtAGainWhenThePriceFell() {
        PositionState state = after(sell(1, "2", "130"), buy(2, "1", "100"));

        assertThat(state.holding()).isEqualTo(Money.parse("-1"));
        assertThat(state.realizedPnl()).isEqualTo(Money.parse("30"));
    }

    @Test
    void losesNothingWhenTheAverageDoesNotComeOutEven() {
        PositionState state = after(buy(1, "1", "1"), buy(2, "2", "1.5"), sell(3, "1", "2"), sell(4, "2", "2"));

        assertThat(state).isEqualTo(new PositionState(Money.ZERO, Money.ZERO, Money.parse("2")));
    }

    @Test
    void refusesAFillThatIsNone() {
        assertThatThrownBy(() -> buy(1, "0", "100")).hasMessageContaining("quantity above zero");
        assertThatThrownBy(() -> buy(1, "1", "0")).hasMessageContaining("price above zero");
        assertThatThrownBy(() -> fill(1, Side.BUY, "1", "1", "-0.1", USDT)).hasMessageContaining("zero or more");
    }
}
