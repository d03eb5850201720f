package dev.capstan.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.KitDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LaterDurableIT {

    private static final String USED = "SELECT 1 FROM " + LaterDurable.FROM_ITEM;

    @Test
    void holdsForItsOwnTransactionAndNoOther() {
        try (KitDatabase database = KitDatabase.fresh()) {
            JdbcClient jdbc = database.jdbc();
            database.transactions().run(() -> {
                assertThat(setting(jdbc)).isEqualTo("on");
                jdbc.sql(USED).query(Integer.class).single();
                assertThat(setting(jdbc)).isEqualTo("off");
                // On the same connection, so that it would be seen if it outlived its transaction.
                jdbc.sql("COMMIT").update();
                assertThat(setting(jdbc)).isEqualTo("on");
            });
        }
    }

    private static String setting(JdbcClient jdbc) {
        return jdbc.sql("SHOW synchronous_commit").query(String.class).single();
    }
}
