package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.Asset;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.domain.VenueBalance;
import java.util.List;

/** Reads {@code outboundAccountPosition} events: whole balances of the assets that changed. */
final class AccountPositions {

    private AccountPositions() {}

    static List<VenueBalance> parse(Fields event) {
        return event.list("B").stream()
                .filter(row -> Vocabulary.isSpellable(row.text("a")))
                .map(row -> new VenueBalance(row.value("a", Asset::parse), row.money("f"), row.money("l")))
                .toList();
    }
}
