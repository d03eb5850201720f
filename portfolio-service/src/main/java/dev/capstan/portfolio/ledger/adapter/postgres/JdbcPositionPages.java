package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPositionPages implements PositionPages {

    private final JdbcClient jdbc;

    JdbcPositionPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PositionBook> find(StreamKey key) {
        return jdbc.sql("select * from position where account_id = :accountId and instrument_id = :instrumentId")
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .query((row, index) -> PositionRow.read(row))
                .optional();
    }

    @Override
    public List<PositionBook> all() {
        return jdbc.sql("select * from position order by account_id, instrument_id")
                .query((row, index) -> PositionRow.read(row))
                .list();
    }

    @Override
    public List<PositionBook> ofAccount(AccountId accountId, String afterInstrumentId, int limit) {
        return jdbc.sql("""
                        select * from position
                        where account_id = :accountId and instrument_id > :after
                        order by instrument_id limit :limit
                        """)
                .param("accountId", accountId.value())
                .param("after", afterInstrumentId)
                .param("limit", limit)
                .query((row, index) -> PositionRow.read(row))
                .list();
    }
}
