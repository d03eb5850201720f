package dev.capstan.portfolio.rebuild.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hashes of stored books. All calls run in the caller's transaction and see what it sees. */
public interface BookHashes {

    /** Of a key's current generation, with the entries of events up to {@code number}. */
    BookHash ofKey(StreamKey key, long number);

    /** Of an account's openings and drift. */
    BookHash ofAccount(AccountId accountId);

    /** Of every book that there is, or of those of an account or instrument, ordered by account and name. */
    List<BookHash> all(@Nullable AccountId accountId, @Nullable InstrumentId instrumentId);
}
