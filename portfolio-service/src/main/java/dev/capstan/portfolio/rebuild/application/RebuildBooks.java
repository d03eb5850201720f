package dev.capstan.portfolio.rebuild.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.portfolio.rebuild.domain.Generations;
import dev.capstan.portfolio.rebuild.domain.Generations.Unfinished;
import dev.capstan.portfolio.rebuild.domain.OrderStreams;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rebuilds books one after the other, each in short transactions, so that the others go on being written meanwhile. */
public final class RebuildBooks {

    private final Transactions transactions;
    private final Generations generations;
    private final OrderStreams streams;
    private final RebuildKey keys;
    private final RebuildAccount accounts;

    public RebuildBooks(
            Transactions transactions,
            Generations generations,
            OrderStreams streams,
            RebuildKey keys,
            RebuildAccount accounts) {
        this.transactions = transactions;
        this.generations = generations;
        this.streams = streams;
        this.keys = keys;
        this.accounts = accounts;
    }

    /** Rebuilds what matches and is not parked; openings and drift of an account too, unless one instrument was asked for. */
    public List<RebuiltBook> rebuild(@Nullable AccountId accountId, @Nullable InstrumentId instrumentId) {
        List<RebuiltBook> rebuilt = new ArrayList<>();
        for (StreamKey key : generations.keys(accountId, instrumentId)) {
            transactions.call(() -> keys.begin(key)).flatMap(this::advance).ifPresent(rebuilt::add);
        }
        if (instrumentId == null) {
            for (AccountId each : generations.accounts(accountId)) {
                rebuilt.add(transactions.call(() -> accounts.rebuild(each)));
            }
        }
        return rebuilt;
    }

    /** Rebuilds that a crash or an outage interrupted, or that another process works on now. */
    public List<Unfinished> unfinished() {
        return generations.unfinished();
    }

    /** Goes on with an interrupted rebuild; harmless when somebody else does, too. */
    public void resume(Unfinished unfinished) {
        advance(unfinished);
    }

    private Optional<RebuiltBook> advance(Unfinished unfinished) {
        long applied = streams.catchUp(unfinished.key());
        return transactions.call(() -> keys.finish(unfinished, applied));
    }
}
