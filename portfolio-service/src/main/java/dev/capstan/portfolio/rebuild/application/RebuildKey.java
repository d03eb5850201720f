package dev.capstan.portfolio.rebuild.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.balance.domain.AccountBooks;
import dev.capstan.portfolio.ledger.domain.PositionAnnouncements;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import dev.capstan.portfolio.rebuild.domain.BookHash;
import dev.capstan.portfolio.rebuild.domain.BookHashes;
import dev.capstan.portfolio.rebuild.domain.Generations;
import dev.capstan.portfolio.rebuild.domain.Generations.Unfinished;
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
    Optional<Unfinished> begin(StreamKey key) {
        accountBooks.lock(key.accountId());
        Optional<Unfinished> underWay = generations.unfinished(key);
        if (underWay.isPresent() || isParked(key)) {
            return underWay;
        }
        long applied = streams.lastApplied(key);
        streams.rewind(key);
        long booked = pages.find(key).map(PositionBook::streamNumber).orElse(0L);
        generations.begin(key, Math.max(applied, booked), hashes.ofKey(key, Long.MAX_VALUE));
        return generations.unfinished(key);
    }

    private boolean isParked(StreamKey key) {
        return pages.find(key).map(PositionBook::parked).orElse(false);
    }

    /**
     * Ends the rebuild once {@code applied} is where it must come to, and compares; empty when it is not there. Of several who end it,
     * one publishes and alerts, and all get the comparison.
     */
    Optional<RebuiltBook> finish(Unfinished rebuild, long applied) {
        accountBooks.lock(rebuild.key().accountId());
        if (applied < rebuild.until()) {
            return Optional.empty();
        }
        RebuiltBook rebuilt = compare(rebuild);
        if (generations.unfinished(rebuild.key()).isPresent()) {
            complete(rebuild.key(), rebuilt);
        }
        return Optional.of(rebuilt);
    }

    private RebuiltBook compare(Unfinished rebuild) {
        BookHash after = hashes.ofKey(rebuild.key(), rebuild.until());
        boolean hasNewer = pages.find(rebuild.key())
                .map(page -> page.streamNumber() > rebuild.until())
                .orElse(false);
        return new RebuiltBook(
                rebuild.key().accountId(),
                after.book(),
                rebuild.ledgerHash(),
                after.ledger(),
                rebuild.matches(after, hasNewer));
    }

    private void complete(StreamKey key, RebuiltBook rebuilt) {
        generations.complete(key);
        pages.find(key).ifPresent(announcements::announce);
        if (!rebuilt.equal()) {
            alerts.raise(rebuilt);
        }
    }
}
