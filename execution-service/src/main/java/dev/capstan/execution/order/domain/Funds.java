package dev.capstan.execution.order.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.execution.venue.domain.InstrumentRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order gives when it fills.
 *
 * @param amount zero for a market buy, whose price only the venue knows: it needs something, nobody can say how much
 */
public record Funds(Asset asset, BigDecimal amount) {

    /** What the order would give, by its own terms. */
    public static Funds neededFor(Side side, Quantity quantity, @Nullable Price limit, InstrumentRules rules) {
        BigDecimal notional =
                limit == null ? BigDecimal.ZERO : limit.times(quantity).value();
        return taken(side, quantity.value(), notional, rules);
    }

    /** What sales of {@code quantity}, or purchases for {@code notional}, take. */
    public static Funds taken(Side side, BigDecimal quantity, BigDecimal notional, InstrumentRules rules) {
        return side == Side.SELL ? new Funds(rules.baseAsset(), quantity) : new Funds(rules.quoteAsset(), notional);
    }

    /** Whether {@code free}, less what other orders will take of it, is enough. */
    public boolean areCoveredBy(BigDecimal free, BigDecimal promised) {
        BigDecimal left = free.subtract(promised);
        return left.signum() > 0 && left.compareTo(amount) >= 0;
    }
}
