package dev.capstan.portfolio.rebuild.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.portfolio.rebuild.domain.BookHash;
import dev.capstan.portfolio.rebuild.domain.CanonicalText;
import dev.capstan.portfolio.rebuild.domain.TextDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of books.
 *
 * @param hash over all items
 */
record HashView(String hash, List<Item> items, @Nullable String nextCursor) {

    static HashView of(List<BookHash> books) {
        TextDigest all = new TextDigest();
        books.forEach(book -> all.add(CanonicalText.book(book)));
        return new HashView(all.hex(), books.stream().map(Item::of).toList(), null);
    }

    /**
     * One book.
     *
     * @param book an instrument id, or {@code ACCOUNT} for openings and drift
     */
    record Item(AccountId accountId, String book, String hash) {

        static Item of(BookHash book) {
            return new Item(book.accountId(), book.book(), book.hash());
        }
    }
}
