package dev.capstan.portfolio.rebuild.domain;

import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.ledger.domain.LedgerLine;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lines of a book's canonical text. A number has one spelling: plain notation without trailing zeros. */
public final class CanonicalText {

    private CanonicalText() {}

    /** One line of an exchange, which is a fact that no other fill changes. */
    public static String entry(String fact, Instant occurredAt, LedgerLine line) {
        return "entry " + fact + " " + occurredAt + " " + line(line);
    }

    /** The sum of entries of which only the sum is a fact: when they were booked depends on what had arrived. */
    public static String sum(LedgerLine line) {
        return "sum " + line(line);
    }

    public static String position(@Nullable TradedPair pair, PositionState state) {
        String assets = pair == null ? "- -" : pair.baseAsset() + " " + pair.quoteAsset();
        return "position " + assets + " " + plain(state.holding()) + " " + plain(state.cost()) + " "
                + plain(state.realizedPnl());
    }

    /** A book within the text over all. */
    public static String book(BookHash hash) {
        return "book " + hash.accountId() + " " + hash.book() + " " + hash.hash();
    }

    private static String line(LedgerLine line) {
        return line.account() + " " + line.asset() + " " + plain(line.amount());
    }

    private static String plain(Money amount) {
        return amount.isZero() ? "0" : amount.value().stripTrailingZeros().toPlainString();
    }
}
