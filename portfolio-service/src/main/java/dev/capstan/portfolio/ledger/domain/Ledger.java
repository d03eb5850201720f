package dev.capstan.portfolio.ledger.domain;

import java.util.List;

/** The append-only double entry. */
public interface Ledger {

    /** Adds facts to a book, in the caller's transaction. Adding a fact a second time fails; callers look first. */
    void post(BookId book, List<LedgerFact> facts);
}
