package dev.capstan.portfolio.rebuild.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The turning of pages. All calls run in the caller's transaction. */
public interface Generations {

    /** Keys that have a page, of all accounts and instruments or of the given ones. */
    List<StreamKey> keys(@Nullable AccountId accountId, @Nullable InstrumentId instrumentId);

    List<AccountId> accounts(@Nullable AccountId accountId);

    /** Rebuilds that are not complete and can go on. */
    List<Unfinished> unfinished();

    /** Opens an empty page that must come to {@code until} and should then hash to {@code before}. */
    void begin(StreamKey key, long until, BookHash before);

    /** The rebuild of {@code key} that is under way. */
    Optional<Unfinished> unfinished(StreamKey key);

    /** Ends the rebuild: the page is current. Its version is above the old page's, since beginning raised it. */
    void complete(StreamKey key);

    /**
     * A rebuild under way.
     *
     * @param until the event number that it must come to
     */
    record Unfinished(StreamKey key, long until, String ledgerHash, String positionHash) {

        /**
         * Whether the new page is what the old one was.
         *
         * @param hasNewer true when the page holds fills beyond {@code until}, so that its position is another one rightly
         */
        public boolean matches(BookHash after, boolean hasNewer) {
            return ledgerHash.equals(after.ledger()) && (hasNewer || positionHash.equals(after.position()));
        }
    }
}
