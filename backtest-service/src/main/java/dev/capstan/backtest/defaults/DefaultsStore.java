package dev.capstan.backtest.defaults;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per user who has said something. */
@Repository
class DefaultsStore implements Charges {

    private static final String PUT = """
            INSERT INTO user_defaults (owner, commission_percent, slippage_ticks) VALUES (:owner, :commission, :slippage)
            ON CONFLICT (owner) DO UPDATE
               SET commission_percent = excluded.commission_percent, slippage_ticks = excluded.slippage_ticks,
                   updated_at = now()""";

    private final JdbcClient jdbc;

    DefaultsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDefaults of(String owner) {
        return jdbc.sql("SELECT commission_percent, slippage_ticks FROM user_defaults WHERE owner = :owner")
                .param("owner", owner)
                .query((row, _) ->
                        new UserDefaults(row.getBigDecimal("commission_percent"), row.getInt("slippage_ticks")))
                .optional()
                .orElse(UserDefaults.USUAL);
    }

    void put(String owner, UserDefaults defaults) {
        jdbc.sql(PUT)
                .param("owner", owner)
                .param("commission", defaults.commissionPercent())
                .param("slippage", defaults.slippageTicks())
                .update();
    }
}
