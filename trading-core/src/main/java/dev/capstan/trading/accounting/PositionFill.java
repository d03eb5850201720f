package dev.capstan.trading.accounting;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;

/**
 * What accounting needs to know of a fill.
 *
 * @param lastPrice above zero
 * @param lastQuantity above zero
 * @param commission zero or more; a rebate would be a fact of its own
 */
public record PositionFill(
        FillRank rank, Side side, Price lastPrice, Quantity lastQuantity, Money commission, Asset commissionAsset) {

    public PositionFill {
        if (lastPrice.isZero()) {
            throw new IllegalArgumentException("expected a fill price above zero");
        }
        if (lastQuantity.isZero()) {
            throw new IllegalArgumentException("expected a fill quantity above zero");
        }
        if (commission.compareTo(Money.ZERO) < 0) {
            throw new IllegalArgumentException("expected a commission of zero or more, got: " + commission);
        }
    }

    public static PositionFill of(FillDetails fill, Side side) {
        return new PositionFill(
                new FillRank(fill.occurredAt(), fill.tradeOrder(), fill.venueOrderId(), fill.tradeId()),
                side,
                fill.lastPrice(),
                fill.lastQuantity(),
                fill.commission(),
                fill.commissionAsset());
    }

    /** What was paid (buy) or received (sell) in the quote asset, without commission; always positive. */
    public Money notional() {
        return lastPrice.times(lastQuantity);
    }

    /** The commission if it was charged in {@code asset}, else zero. */
    public Money commissionIn(Asset asset) {
        return commissionAsset.equals(asset) ? commission : Money.ZERO;
    }

    /** What the fill adds to the account's holding of {@code amount}'s asset: plus on a buy of base, minus on a sell. */
    Money signed(Money amount) {
        return side == Side.BUY ? amount : amount.negated();
    }
}
