package dev.capstan.trading.accounting;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Fills of BTC against USDT; a test states only what matters. */
final class PositionFillFixture {

    static final Asset BTC = Asset.parse("BTC");
    static final Asset USDT = Asset.parse("USDT");
    static final Asset BNB = Asset.parse("BNB");
    static final TradedPair PAIR = new TradedPair(BTC, USDT);

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private PositionFillFixture() {}

    static PositionFill buy(int second, String quantity, String price) {
        return fill(second, Side.BUY, quantity, price, "0", USDT);
    }

    static PositionFill sell(int second, String quantity, String price) {
        return fill(second, Side.SELL, quantity, price, "0", USDT);
    }

    static PositionFill fill(
            int second, Side side, String quantity, String price, String commission, Asset commissionAsset) {
        return new PositionFill(
                rank(second, second),
                side,
                Price.parse(price),
                Quantity.parse(quantity),
                Money.parse(commission),
                commissionAsset);
    }

    static FillRank rank(int second, long tradeOrder) {
        return new FillRank(
                NOON.plusSeconds(second),
                tradeOrder,
                VenueOrderId.parse("o" + tradeOrder),
                TradeId.parse(Long.toString(tradeOrder)));
    }

    /** Fills in rank order, some at the same instant, with commissions in all three kinds of asset. */
    static List<PositionFill> random(SplittableRandom random, int count) {
        List<PositionFill> fills = new ArrayList<>();
        int second = 0;
        for (int order = 1; order <= count; order++) {
            second += random.nextInt(3);
            fills.add(new PositionFill(
                    rank(second, order),
                    random.nextBoolean() ? Side.BUY : Side.SELL,
                    Price.of(BigDecimal.valueOf(random.nextLong(1, 9_000_000), 2 + random.nextInt(9))),
                    Quantity.of(BigDecimal.valueOf(random.nextLong(1, 5_000_000), 5 + random.nextInt(8))),
                    Money.of(BigDecimal.valueOf(random.nextLong(0, 2_000), 9)),
                    List.of(BTC, USDT, BNB).get(random.nextInt(3))));
        }
        return fills;
    }
}
