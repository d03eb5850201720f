package dev.capstan.gateway.health;

import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Without its database the gateway forwards no call that changes something. */
@Component
class DatabaseProbe implements Probe {

    private final JdbcClient jdbc;

    DatabaseProbe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding ask(Duration limit) {
        try {
            jdbc.sql("SELECT 1").query(Integer.class).single();
            return Finding.of(CheckLine.UP);
        } catch (DataAccessException e) {
            return Finding.of(CheckLine.down(e.getClass().getSimpleName()));
        }
    }
}
