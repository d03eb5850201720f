package dev.capstan.strategy.run.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.strategy.run.domain.LiveRun;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the runs of an account and their positions; who counts to decide has the account's guard until the transaction ends. */
final class AccountGuards {

    /** What a run held when it ended is its owner's to look after, and no run's position any more. */
    private static final String OTHER_POSITIONS = """
            SELECT count(*) FROM strategy_runs r
             WHERE r.account_id = :account AND r.id <> :id AND r.stage IN ('SIGNAL', 'ENTRY', 'POSITION_OPEN')
               AND (r.status = 'RUNNING' OR EXISTS (SELECT FROM run_intents i WHERE i.run_id = r.id AND i.state <> 'ENDED'))""";

    private final JdbcClient jdbc;

    AccountGuards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the transaction ends. */
    void lock(AccountId account) {
        jdbc.sql("INSERT INTO account_guards (account_id) VALUES (:account) ON CONFLICT DO NOTHING")
                .param("account", account.value())
                .update();
        jdbc.sql("SELECT account_id FROM account_guards WHERE account_id = :account FOR UPDATE")
                .param("account", account.value())
                .query(UUID.class)
                .single();
    }

    int running(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM strategy_runs WHERE account_id = :account AND status = 'RUNNING'")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    int otherPositions(LiveRun run) {
        return jdbc.sql(OTHER_POSITIONS)
                .param("account", run.spec().accountId().value())
                .param("id", run.id().value())
                .query(Integer.class)
                .single();
    }
}
