package dev.capstan.portfolio.ledger.domain;

import static dev.capstan.portfolio.ledger.domain.LedgerAccount.CLEARING;
import static dev.capstan.portfolio.ledger.domain.LedgerAccount.COMMISSION;
import static dev.capstan.portfolio.ledger.domain.LedgerAccount.HOLDING;
import static dev.capstan.portfolio.ledger.domain.LedgerAccount.REALIZED_PNL;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.Recosting;
import dev.capstan.trading.accounting.TradedPair;
import java.util.List;
import java.util.stream.Stream;

/** Which ledger transactions a fill becomes. */
public final class FillPosting {

    private FillPosting() {}

    /** One to three transactions: the exchange itself, what it realised, and what it corrects. */
    public static List<LedgerTransaction> transactions(TradedPair pair, PositionFill fill, Recosting recosting) {
        String fact = fact(fill.rank());
        return Stream.of(
                        exchange(pair, fill, fact),
                        realization(EntryKind.REALIZATION, fact, pair, recosting.realized()),
                        realization(EntryKind.CORRECTION, fact, pair, recosting.correction()))
                .filter(transaction -> !transaction.isEmpty())
                .toList();
    }

    private static LedgerTransaction exchange(TradedPair pair, PositionFill fill, String fact) {
        Money base = Money.of(fill.lastQuantity().value());
        boolean buys = fill.side() == Side.BUY;
        return LedgerTransaction.of(EntryKind.FILL, fact)
                .moving(base, pair.baseAsset(), buys ? CLEARING : HOLDING, buys ? HOLDING : CLEARING)
                .moving(fill.notional(), pair.quoteAsset(), buys ? HOLDING : CLEARING, buys ? CLEARING : HOLDING)
                .moving(fill.commission(), fill.commissionAsset(), HOLDING, COMMISSION);
    }

    private static LedgerTransaction realization(EntryKind kind, String fact, TradedPair pair, Money gain) {
        return LedgerTransaction.of(kind, fact).moving(gain, pair.quoteAsset(), REALIZED_PNL, CLEARING);
    }

    private static String fact(FillRank rank) {
        return rank.tradeId().value() + " " + rank.venueOrderId().value();
    }
}
