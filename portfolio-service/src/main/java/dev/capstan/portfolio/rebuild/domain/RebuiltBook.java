package dev.capstan.portfolio.rebuild.domain;

import dev.capstan.contracts.id.AccountId;

/**
 * What came of the rebuild of one book.
 *
 * @param before hash of the entries before
 * @param after hash of the entries of the same events after
 */
public record RebuiltBook(AccountId accountId, String book, String before, String after, boolean equal) {}
