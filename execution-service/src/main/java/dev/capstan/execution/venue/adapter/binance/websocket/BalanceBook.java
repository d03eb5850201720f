package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.Asset;
import dev.capstan.execution.venue.domain.VenueBalance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The balances of one account: a snapshot, and on it what the stream said since. Empty while there is no snapshot.
 *
 * <p>The stream sends whole values, so one that the snapshot already holds does no harm, and one that it may not hold is kept.
 */
final class BalanceBook {

    /** More than our reckoning of the venue's time can be wrong. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private @Nullable List<VenueBalance> snapshot;
    private final Map<Asset, Change> streamed = new HashMap<>();

    synchronized Optional<List<VenueBalance>> current() {
        if (snapshot == null) {
            return Optional.empty();
        }
        Map<Asset, VenueBalance> merged = new HashMap<>();
        snapshot.forEach(balance -> merged.put(balance.asset(), balance));
        streamed.forEach((asset, change) -> merged.put(asset, change.balance()));
        return Optional.of(List.copyOf(merged.values()));
    }

    /** Balances asked for at {@code askedAt}, by the venue's time. */
    synchronized void replace(List<VenueBalance> balances, Instant askedAt) {
        snapshot = List.copyOf(balances);
        streamed.values().removeIf(change -> change.at().isBefore(askedAt.minus(MARGIN)));
    }

    /** Whole new values of some assets. */
    synchronized void change(List<VenueBalance> changed, Instant at) {
        for (VenueBalance balance : changed) {
            Change before = streamed.get(balance.asset());
            if (before == null || !at.isBefore(before.at())) {
                streamed.put(balance.asset(), new Change(balance, at));
            }
        }
    }

    /** Something changed by an amount that is not known here, or may have. */
    synchronized void forget() {
        snapshot = null;
        streamed.clear();
    }

    private record Change(VenueBalance balance, Instant at) {}
}
