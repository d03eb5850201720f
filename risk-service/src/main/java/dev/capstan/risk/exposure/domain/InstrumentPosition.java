package dev.capstan.risk.exposure.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.risk.exposure.NetQuantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The net position of one key, and how far its events were applied.
 *
 * @param lastPrice of the newest fill; null before the first
 * @param quoteAsset as a fill told it; null before the first
 * @param asOf when the last applied event was recorded; null before the first
 * @param parked events of the key wait for a person, so these figures are not current
 * @param rebuildUntil set while the figures are computed anew: complete once this number is applied
 */
public record InstrumentPosition(
        StreamKey key,
        NetQuantity quantity,
        @Nullable Price lastPrice,
        @Nullable Asset quoteAsset,
        long lastEventNumber,
        @Nullable Instant asOf,
        boolean parked,
        @Nullable Long rebuildUntil) {

    public static InstrumentPosition flat(StreamKey key) {
        return new InstrumentPosition(key, NetQuantity.FLAT, null, null, 0, null, false, null);
    }

    public InstrumentPosition after(OrderEvent event) {
        FillDetails fill = event.fill();
        Long until = rebuildUntil == null || event.number() >= rebuildUntil ? null : rebuildUntil;
        return new InstrumentPosition(
                key,
                fill == null ? quantity : booked(fill, event.order().side()),
                fill == null ? lastPrice : fill.lastPrice(),
                fill == null ? quoteAsset : fill.quoteAsset(),
                event.number(),
                event.recordedAt(),
                parked,
                until);
    }

    public InstrumentPosition parked(boolean now) {
        return new InstrumentPosition(key, quantity, lastPrice, quoteAsset, lastEventNumber, asOf, now, rebuildUntil);
    }

    public boolean isRebuilding() {
        return rebuildUntil != null;
    }

    private NetQuantity booked(FillDetails fill, Side side) {
        NetQuantity moved = quantity.filled(side, fill.lastQuantity());
        return fill.commissionAsset().equals(fill.baseAsset())
                ? moved.charged(Quantity.of(fill.commission().value()))
                : moved;
    }
}
