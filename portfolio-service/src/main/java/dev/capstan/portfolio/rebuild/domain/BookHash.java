package dev.capstan.portfolio.rebuild.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.ledger.domain.BookId;

/**
 * What a book hashes to.
 *
 * @param book an instrument id or {@link BookId#WHOLE_ACCOUNT}
 * @param ledger of its entries
 * @param position of its position; for a whole account, which has none, of nothing
 */
public record BookHash(AccountId accountId, String book, String ledger, String position) {

    public static BookHash of(StreamKey key, String ledger, String position) {
        return new BookHash(key.accountId(), key.instrumentId().text(), ledger, position);
    }

    public static BookHash ofAccount(AccountId accountId, String ledger) {
        return new BookHash(accountId, BookId.WHOLE_ACCOUNT, ledger, TextDigest.of());
    }

    /** Over both parts. */
    public String hash() {
        return TextDigest.of(ledger, position);
    }
}
