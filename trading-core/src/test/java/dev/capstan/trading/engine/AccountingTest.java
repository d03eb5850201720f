package dev.capstan.trading.engine;

import static dev.capstan.trading.engine.BacktestFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.accounting.AverageCost;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.TradedPair;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run's whole numbers and the portfolio's decimals are one account. */
class AccountingTest {

    private static final TradedPair PAIR = new TradedPair(Asset.parse("BTC"), Asset.parse("USDT"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void portfolioComesToTheSameHoldingAndTheSameMoney(long seed) {
        BacktestResult result = Backtest.run(
                RandomWalk.candles(seed, 3_000),
                new ScriptedStrategy("b....s....".repeat(300), 0.01, 0.02),
                settings(),
                BacktestProgress.NONE);
        AverageCost costing = new AverageCost(PAIR);
        PositionState state = PositionState.FLAT;
        for (SimulatedFill fill : result.fills()) {
            state = costing.apply(state, portfolioFill(fill));
        }

        assertThat(result.fills()).hasSizeGreaterThan(50);
        assertThat(state.holding()).isEqualTo(money(result.holding()));
        assertThat(state.realizedPnl().minus(state.cost()))
                .isEqualTo(money(result.cash() - result.settings().run().capital()));
    }

    private static PositionFill portfolioFill(SimulatedFill fill) {
        return new PositionFill(
                new FillRank(
                        Instant.ofEpochMilli(fill.occurredAt()),
                        fill.order(),
                        VenueOrderId.parse(Integer.toString(fill.order())),
                        TradeId.parse(Integer.toString(fill.order()))),
                fill.side(),
                Price.of(Decimal8.decimal(fill.price())),
                Quantity.of(Decimal8.decimal(fill.quantity())),
                money(fill.commission()),
                fill.side() == Side.BUY ? PAIR.baseAsset() : PAIR.quoteAsset());
    }

    private static Money money(long eight) {
        return Money.of(Decimal8.decimal(eight));
    }
}
