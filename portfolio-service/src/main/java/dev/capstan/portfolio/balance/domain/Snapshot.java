package dev.capstan.portfolio.balance.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.value.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The venue's balances of an account at some marks.
 *
 * @param amounts free plus locked; an asset that is absent is zero
 * @param marks per instrument the last event number whose fills are in the amounts; an absent instrument has none in them
 * @param alerted whether people were told of its drift; stays when a rebuild compares it again
 */
public record Snapshot(
        UUID eventId,
        AccountId accountId,
        Map<Asset, Money> amounts,
        Map<InstrumentId, Long> marks,
        Instant observedAt,
        boolean alerted) {

    public Snapshot {
        amounts = Map.copyOf(amounts);
        marks = Map.copyOf(marks);
    }

    /**
     * What the event says.
     *
     * @throws IllegalArgumentException when a mark names no instrument
     */
    public static Snapshot of(BalanceSnapshotEvent event) {
        Map<Asset, Money> amounts = new HashMap<>();
        event.balances()
                .forEach(
                        balance -> amounts.merge(balance.asset(), balance.free().plus(balance.locked()), Money::plus));
        Map<InstrumentId, Long> marks = event.afterNumbers().stream()
                .collect(Collectors.toMap(
                        mark -> InstrumentId.parse(mark.instrumentId()),
                        BalanceSnapshotEvent.StreamMark::number,
                        Math::max));
        return new Snapshot(event.eventId(), event.accountId(), amounts, marks, event.observedAt(), false);
    }

    public Money amount(Asset asset) {
        return amounts.getOrDefault(asset, Money.ZERO);
    }
}
