package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trading state is about.
 *
 * @param accountId null for everything
 * @param instrumentId set for an instrument of an account only
 */
public record TradingScope(
        @Nullable AccountId accountId, @Nullable InstrumentId instrumentId) {

    public static final TradingScope ALL = new TradingScope(null, null);

    public TradingScope {
        if (accountId == null && instrumentId != null) {
            throw new IllegalArgumentException("expected an account with the instrument " + instrumentId);
        }
    }

    public static TradingScope of(StreamKey key) {
        return new TradingScope(key.accountId(), key.instrumentId());
    }

    /** The three that stand above an order, in the order in which their rows are locked everywhere. */
    static List<TradingScope> above(StreamKey key) {
        return List.of(ALL, new TradingScope(key.accountId(), null), of(key));
    }

    public TradingStateScope scope() {
        if (accountId == null) {
            return TradingStateScope.ALL;
        }
        return instrumentId == null ? TradingStateScope.ACCOUNT : TradingStateScope.INSTRUMENT;
    }

    /** Key of the row and of its Kafka record. */
    String key() {
        return switch (scope()) {
            case ALL -> "ALL";
            case ACCOUNT -> String.valueOf(accountId);
            case INSTRUMENT -> accountId + "|" + instrumentId;
        };
    }

    int rank() {
        return switch (scope()) {
            case ALL -> 0;
            case ACCOUNT -> 1;
            case INSTRUMENT -> 2;
        };
    }
}
