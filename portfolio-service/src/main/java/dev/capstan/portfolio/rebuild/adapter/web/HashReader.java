package dev.capstan.portfolio.rebuild.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.portfolio.rebuild.domain.BookHashes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads all books at one moment, however long it takes. */
@Component
class HashReader {

    private final BookHashes hashes;

    HashReader(BookHashes hashes) {
        this.hashes = hashes;
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    HashView read(@Nullable AccountId accountId, @Nullable InstrumentId instrumentId) {
        return HashView.of(hashes.all(accountId, instrumentId));
    }
}
