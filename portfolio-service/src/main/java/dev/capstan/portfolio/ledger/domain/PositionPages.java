package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import java.util.List;
import java.util.Optional;

/** The current pages, to read. */
public interface PositionPages {

    Optional<PositionBook> find(StreamKey key);

    List<PositionBook> all();

    /** An account's pages whose instrument sorts after {@code instrumentId}, at most {@code limit}, in that order. */
    List<PositionBook> ofAccount(AccountId accountId, String afterInstrumentId, int limit);
}
