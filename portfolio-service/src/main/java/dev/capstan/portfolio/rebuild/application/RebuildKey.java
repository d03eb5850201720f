package dev.capstan.portfolio.rebuild.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.ledger.domain.PositionAnnouncements;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import dev.capstan.portfolio.rebuild.domain.BookHash;
import dev.capstan.portfolio.rebuild.domain.BookHashes;
import dev.capstan.portfolio.rebuild.domain.Generations;
import dev.capstan.portfolio.rebuild.domain.OrderStreams;
import dev.capstan.portfolio.rebuild.domain.RebuildAlerts;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import java.util.Optional;

/** The two transactions of a key's rebuild; between them the stream is applied again. */
public final class RebuildKey {

    private final AccountBooks accountBooks;
    private final PositionPages pages;
    private final Generations generations;
    private final BookHashes hashes;
    private final OrderStreams streams;
    private final PositionAnnouncements announcements;
    private final RebuildAlerts alerts;

    public RebuildKey(
            AccountBooks accountBooks,
            PositionPages pages,
            Generations generations,
            BookHashes hashes,
            OrderStreams streams,
            PositionAnnouncements announcements,
            RebuildAlerts alerts) {
        this.accountBooks = accountBooks;
        this.pages = pages;
        this.generations = generations;
        this.hashes = hashes;
        this.streams = streams;
        this.announcements = announcements;
        this.alerts = alerts;
    }

    /**
     * Opens the next generation. The rewind comes before the hash: it keeps the consumer out, so that what is hashed is what the rebuild
     * starts from. A rebuild already under way goes on as it is; a parked key is left alone, because its stream cannot be applied.
     */
    void begin(StreamKey key) {
        accountBooks.lock(key.accountId());
        long applied = streams.lastApplied(key);
        if (generations.unfinished(key).isPresent() || isParked(key)) {
            return;
        }
        streams.rewind(key);
        long booked = pages.find(key).map(PositionBook::streamNumber).orElse(0L);
        generations.begin(key, Math.max(applied, booked), hashes.ofKey(key, Long.MAX_VALUE));
    }

    private boolean isParked(StreamKey key) {
        return pages.find(key).map(PositionBook::parked).orElse(false);
    }

    /** Ends the rebuild once {@code applied} is where it must come to; empty when it is not, or when somebody else ended it. */
    Optional<RebuiltBook> finish(StreamKey key, long applied) {
        accountBooks.lock(key.accountId());
        return generations
                .unfinished(key)
                .filter(unfinished -> applied >= unfinished.until())
                .map(this::finish);
    }

    private RebuiltBook finish(Generations.Unfinished unfinished) {
        StreamKey key = unfinished.key();
        BookHash after = hashes.ofKey(key, unfinished.until());
        generations.complete(key);
        PositionBook page = pages.find(key).orElseThrow();
        announcements.announce(page);
        RebuiltBook rebuilt = new RebuiltBook(
                key.accountId(),
                after.book(),
                unfinished.ledgerHash(),
                after.ledger(),
                unfinished.matches(after, page.streamNumber() > unfinished.until()));
        if (!rebuilt.equal()) {
            alerts.raise(rebuilt);
        }
        return rebuilt;
    }
}
