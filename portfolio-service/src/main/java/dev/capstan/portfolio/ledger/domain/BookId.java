package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;

/**
 * One generation of a book: an account's instrument, or what concerns the account as a whole.
 *
 * @param name an instrument id, or {@link #WHOLE_ACCOUNT}
 * @param generation rises with each rebuild; entries of lower ones are history
 */
public record BookId(AccountId accountId, String name, int generation) {

    /** Name of the book of openings and drift; no instrument id, since those hold a dot. */
    public static final String WHOLE_ACCOUNT = "ACCOUNT";

    public static BookId of(StreamKey key, int generation) {
        return new BookId(key.accountId(), key.instrumentId().text(), generation);
    }

    public static BookId ofAccount(AccountId accountId, int generation) {
        return new BookId(accountId, WHOLE_ACCOUNT, generation);
    }

    String text() {
        return accountId.text() + "|" + name + "|" + generation;
    }
}
