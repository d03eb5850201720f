package dev.capstan.risk.limit;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.trading.risk.Percent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code account_limit} and {@code instrument_limit}. */
@Repository
class LimitRows {

    private static final String LOCK_ACCOUNT =
            "SELECT max_account_exposure, max_open_orders, version FROM account_limit WHERE account_id = ? FOR UPDATE";

    private static final String OF_INSTRUMENT =
            "SELECT instrument_id, max_position_quantity, max_instrument_exposure, price_collar_percent, version "
                    + "FROM instrument_limit WHERE account_id = ? AND instrument_id = ?";

    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccountLimit lockAccount(AccountId accountId) {
        return findLocked(accountId).orElseGet(() -> {
            open(accountId);
            return findLocked(accountId).orElseThrow();
        });
    }

    Supplier<Optional<AccountLimit>> lockAccount(AccountId accountId, RoundTrip trip) {
        RoundTrip.Rows<AccountLimit> locked =
                trip.query(LOCK_ACCOUNT, List.of(accountId.value()), LimitRows::accountLimit);
        return () -> locked.list().stream().findFirst();
    }

    void open(AccountId accountId) {
        jdbc.sql("INSERT INTO account_limit (account_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(accountId.value())
                .update();
    }

    AccountLimit account(AccountId accountId) {
        return jdbc.sql("SELECT max_account_exposure, max_open_orders, version FROM account_limit WHERE account_id = ?")
                .param(accountId.value())
                .query(LimitRows::accountLimit)
                .optional()
                .orElse(AccountLimit.UNSET);
    }

    InstrumentLimit instrument(StreamKey key) {
        return jdbc.sql(OF_INSTRUMENT)
                .params(key.accountId().value(), key.instrumentId().text())
                .query(LimitRows::instrumentLimit)
                .optional()
                .orElseGet(() -> InstrumentLimit.unset(key.instrumentId()));
    }

    Supplier<InstrumentLimit> instrument(StreamKey key, RoundTrip trip) {
        RoundTrip.Rows<InstrumentLimit> found = trip.query(
                OF_INSTRUMENT,
                List.of(key.accountId().value(), key.instrumentId().text()),
                LimitRows::instrumentLimit);
        return () -> found.list().stream().findFirst().orElseGet(() -> InstrumentLimit.unset(key.instrumentId()));
    }

    List<InstrumentLimit> instruments(AccountId accountId) {
        return jdbc.sql("""
                        SELECT instrument_id, max_position_quantity, max_instrument_exposure, price_collar_percent, version
                          FROM instrument_limit WHERE account_id = ? ORDER BY instrument_id""")
                .param(accountId.value())
                .query(LimitRows::instrumentLimit)
                .list();
    }

    void save(AccountId accountId, AccountLimit limit) {
        jdbc.sql(
                        "UPDATE account_limit SET max_account_exposure = ?, max_open_orders = ?, version = ? WHERE account_id = ?")
                .param(decimal(limit.maxAccountExposure()))
                .param(limit.maxOpenOrders())
                .param(limit.version())
                .param(accountId.value())
                .update();
    }

    void save(AccountId accountId, InstrumentLimit limit) {
        jdbc.sql("""
                        INSERT INTO instrument_limit (account_id, instrument_id, max_position_quantity, max_instrument_exposure,
                                                      price_collar_percent, version)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (account_id, instrument_id) DO UPDATE
                           SET max_position_quantity = excluded.max_position_quantity,
                               max_instrument_exposure = excluded.max_instrument_exposure,
                               price_collar_percent = excluded.price_collar_percent,
                               version = excluded.version""")
                .param(accountId.value())
                .param(limit.instrumentId().text())
                .param(
                        limit.maxPositionQuantity() == null
                                ? null
                                : limit.maxPositionQuantity().value())
                .param(decimal(limit.maxInstrumentExposure()))
                .param(
                        limit.priceCollarPercent() == null
                                ? null
                                : limit.priceCollarPercent().value())
                .param(limit.version())
                .update();
    }

    private Optional<AccountLimit> findLocked(AccountId accountId) {
        return jdbc.sql(LOCK_ACCOUNT)
                .param(accountId.value())
                .query(LimitRows::accountLimit)
                .optional();
    }

    private static AccountLimit accountLimit(ResultSet row, int number) throws SQLException {
        BigDecimal exposure = plain(row, "max_account_exposure");
        return new AccountLimit(
                exposure == null ? null : Money.of(exposure),
                row.getObject("max_open_orders", Integer.class),
                row.getLong("version"));
    }

    private static InstrumentLimit instrumentLimit(ResultSet row, int number) throws SQLException {
        BigDecimal quantity = plain(row, "max_position_quantity");
        BigDecimal exposure = plain(row, "max_instrument_exposure");
        BigDecimal collar = plain(row, "price_collar_percent");
        return new InstrumentLimit(
                InstrumentId.parse(row.getString("instrument_id")),
                quantity == null ? null : Quantity.of(quantity),
                exposure == null ? null : Money.of(exposure),
                collar == null ? null : Percent.of(collar),
                row.getLong("version"));
    }

    private static @Nullable BigDecimal decimal(@Nullable Money money) {
        return money == null ? null : money.value();
    }

    /** The column pads to 18 places; people read these. */
    private static @Nullable BigDecimal plain(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.stripTrailingZeros();
    }
}
