package dev.capstan.portfolio.ledger.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.portfolio.PositionEvent;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.portfolio.ledger.domain.FactId;
import dev.capstan.portfolio.ledger.domain.PositionAnnouncements;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leaves {@link PositionEvent}s in the outbox, and gives the relay all of them when it asks. */
@Component
class OutboxPositions implements PositionAnnouncements, CompactedStates {

    private final Outbox outbox;
    private final PositionPages pages;

    OutboxPositions(Outbox outbox, PositionPages pages) {
        this.outbox = outbox;
        this.pages = pages;
    }

    @Override
    public void announce(PositionBook page) {
        message(page).ifPresent(outbox::append);
    }

    @Override
    public List<OutboxMessage> currentStates() {
        return pages.all().stream().map(this::message).flatMap(Optional::stream).toList();
    }

    /** None of a page that a rebuild has not brought back to where it was: half a position is not a position. */
    private Optional<OutboxMessage> message(PositionBook page) {
        TradedPair pair = page.pair();
        Instant asOf = page.asOf();
        if (pair == null || asOf == null || page.rebuilding()) {
            return Optional.empty();
        }
        String key = page.key().text();
        return Optional.of(new OutboxMessage(
                Topics.POSITION_EVENTS,
                key,
                FactId.of("position", key, Long.toString(page.version())),
                "PositionChanged.v1",
                asOf,
                event(page, pair, asOf)));
    }

    private static PositionEvent event(PositionBook page, TradedPair pair, Instant asOf) {
        return new PositionEvent(
                page.key().accountId(),
                page.key().instrumentId(),
                page.state().side(),
                page.state().quantity(),
                page.state().averagePrice(),
                page.state().realizedPnl(),
                pair.baseAsset(),
                pair.quoteAsset(),
                page.version(),
                page.streamNumber(),
                asOf);
    }
}
