package dev.capstan.portfolio.ledger.application;

import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.trading.accounting.PositionFill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills by what makes them the same: the trade and the venue order it filled, since an account may trade with itself. */
final class KnownFills {

    private record Identity(TradeId tradeId, VenueOrderId venueOrderId) {

        static Identity of(PositionFill fill) {
            return new Identity(fill.rank().tradeId(), fill.rank().venueOrderId());
        }
    }

    private final Map<Identity, PositionFill> fills = new HashMap<>();

    KnownFills(List<PositionFill> booked) {
        booked.forEach(this::putIfAbsent);
    }

    /** The fill that is known already, or null when {@code fill} is new; from now on it is known. */
    @Nullable
    PositionFill putIfAbsent(PositionFill fill) {
        return fills.putIfAbsent(Identity.of(fill), fill);
    }
}
