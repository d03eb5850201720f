package dev.capstan.trading.risk.exposure;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One instrument of one account: the position, what is still open on it, and the mark it is valued at, in the quote asset.
 *
 * <p>Results beyond what a column holds are given as the largest number it does hold: still larger than any sensible limit.
 */
public record InstrumentExposure(NetQuantity position, List<OpenOrder> openOrders, Price mark) {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(20).subtract(BigDecimal.ONE);

    public InstrumentExposure {
        openOrders = List.copyOf(openOrders);
    }

    /** Nothing held, nothing open. */
    public static InstrumentExposure none(Price mark) {
        return new InstrumentExposure(NetQuantity.FLAT, List.of(), mark);
    }

    /** As if {@code order} were open too. */
    public InstrumentExposure with(OpenOrder order) {
        List<OpenOrder> more = new ArrayList<>(openOrders);
        more.add(order);
        return new InstrumentExposure(position, more, mark);
    }

    /** The largest absolute value the position can still take, in the quote asset; the package tells why fills never raise it. */
    public Money worstValue() {
        BigDecimal held = position.value().multiply(mark.value());
        return Money.rounded(worst(
                held,
                order -> order.quantity().value().multiply(order.valuedAt(mark).value())));
    }

    /** The largest absolute position that can still come about. */
    public Quantity worstQuantity() {
        return Quantity.of(worst(position.value(), order -> order.quantity().value()));
    }

    private BigDecimal worst(BigDecimal held, Function<OpenOrder, BigDecimal> size) {
        BigDecimal high = held.add(sum(Side.BUY, size));
        BigDecimal low = held.subtract(sum(Side.SELL, size));
        // Without trailing zeros, because people read these figures in answers.
        return high.abs().max(low.abs()).min(LARGEST).stripTrailingZeros();
    }

    private BigDecimal sum(Side side, Function<OpenOrder, BigDecimal> size) {
        return openOrders.stream()
                .filter(order -> order.side() == side)
                .map(size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
