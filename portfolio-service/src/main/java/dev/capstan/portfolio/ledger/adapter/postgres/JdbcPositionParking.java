package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.portfolio.ledger.domain.PositionParking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the mark on the position row; a key parked at its first fill gets a row without assets. */
@Component
class JdbcPositionParking implements PositionParking {

    private final JdbcClient jdbc;

    JdbcPositionParking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void mark(StreamKey key, boolean parked) {
        jdbc.sql("""
                        insert into position (account_id, instrument_id, parked)
                        values (:accountId, :instrumentId, :parked)
                        on conflict (account_id, instrument_id) do update set parked = excluded.parked
                        """)
                .param("accountId", key.accountId().value())
                .param("instrumentId", key.instrumentId().text())
                .param("parked", parked)
                .update();
    }
}
