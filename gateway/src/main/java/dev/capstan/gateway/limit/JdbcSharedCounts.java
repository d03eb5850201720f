package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Window;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row per window, added to in one statement. The table is unlogged: a count that a crash of PostgreSQL loses limits less, once. */
class JdbcSharedCounts implements SharedCounts {

    private static final String ADD = """
            INSERT INTO rate_count AS known (key, window_number, used, ends_at)
            SELECT key, number, calls, to_timestamp(ends)
            FROM unnest(:keys::text[], :numbers::bigint[], :calls::bigint[], :ends::bigint[])
                AS counted (key, number, calls, ends)
            ON CONFLICT (key, window_number) DO UPDATE SET used = known.used + excluded.used
            RETURNING key, window_number, used""";

    private static final String PURGE = "DELETE FROM rate_count WHERE ends_at < now() - INTERVAL '1 minute'";

    /** The same order in every statement, so that no two wait for each other. */
    private static final Comparator<Window> LOCK_ORDER = Comparator.comparing(Window::key);

    private final JdbcClient jdbc;

    JdbcSharedCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Window, Long> add(Map<Window, Long> calls) {
        List<Window> windows = calls.keySet().stream().sorted(LOCK_ORDER).toList();
        Map<String, Window> byRow = new HashMap<>();
        windows.forEach(window -> byRow.put(window.key() + window.number(), window));
        Map<Window, Long> sums = new HashMap<>();
        jdbc.sql(ADD)
                .param("keys", windows.stream().map(Window::key).toArray(String[]::new))
                .param("numbers", windows.stream().map(Window::number).toArray(Long[]::new))
                .param("calls", windows.stream().map(calls::get).toArray(Long[]::new))
                .param(
                        "ends",
                        windows.stream()
                                .map(window -> window.end().getEpochSecond())
                                .toArray(Long[]::new))
                .query(row -> {
                    Window window = byRow.get(row.getString("key") + row.getLong("window_number"));
                    sums.put(Objects.requireNonNull(window), row.getLong("used"));
                });
        return sums;
    }

    @Override
    public void purge() {
        jdbc.sql(PURGE).update();
    }
}
