package dev.capstan.kit.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Statements that travel to the database together and are answered together: what a transaction costs is mostly its round trips, and
 * those are paid while its locks are held.
 *
 * <p>They stay statements of their own. The database runs one after the other, and each sees what was committed when it began itself:
 * one that follows a lock sees all that was committed while the lock was waited for. When one fails the rest is not run.
 */
public final class RoundTrip {

    private final JdbcOperations jdbc;
    private final List<String> texts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    public RoundTrip(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a statement that gives rows. */
    public <T> Rows<T> query(String sql, List<? extends @Nullable Object> parameters, RowMapper<T> mapper) {
        Rows<T> rows = new Rows<>(mapper);
        add(sql, parameters, rows::read);
        return rows;
    }

    /** Adds a statement that gives none. */
    public void update(String sql, List<? extends @Nullable Object> parameters) {
        add(sql, parameters, RoundTrip::expectNoRows);
    }

    /** How many statements wait to be sent. */
    public int size() {
        return texts.size();
    }

    /** Sends what was added, and begins anew. */
    public void send() {
        if (texts.isEmpty()) {
            return;
        }
        jdbc.execute(
                connection -> connection.prepareStatement(String.join("; ", texts)), (PreparedStatement statement) -> {
                    bind(statement);
                    read(statement);
                    return answers.size();
                });
        texts.clear();
        values.clear();
        answers.clear();
    }

    private void add(String sql, List<? extends @Nullable Object> parameters, Answer answer) {
        texts.add(sql);
        values.addAll(parameters);
        answers.add(answer);
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 0;
        for (Object value : values) {
            StatementCreatorUtils.setParameterValue(statement, ++index, SqlTypeValue.TYPE_UNKNOWN, value);
        }
    }

    private void read(PreparedStatement statement) throws SQLException {
        statement.execute();
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                statement.getMoreResults();
            }
            answers.get(i).read(statement);
        }
    }

    private static void expectNoRows(PreparedStatement statement) throws SQLException {
        if (statement.getUpdateCount() < 0) {
            throw new IllegalStateException("expected a statement without rows");
        }
    }

    @FunctionalInterface
    private interface Answer {

        void read(PreparedStatement statement) throws SQLException;
    }

    /** What a query of the trip gave. */
    public static final class Rows<T> {

        private final RowMapper<T> mapper;
        private @Nullable List<T> rows;

        private Rows(RowMapper<T> mapper) {
            this.mapper = mapper;
        }

        /**
         * The rows in their order.
         *
         * @throws IllegalStateException before the trip was sent
         */
        public List<T> list() {
            if (rows == null) {
                throw new IllegalStateException("expected the statements to be sent before their answers are read");
            }
            return rows;
        }

        /**
         * The one row.
         *
         * @throws org.springframework.dao.IncorrectResultSizeDataAccessException when there is none, or more than one
         */
        public T only() {
            return DataAccessUtils.requiredSingleResult(list());
        }

        private void read(PreparedStatement statement) throws SQLException {
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    found.add(mapper.mapRow(result, found.size()));
                }
            }
            rows = found;
        }
    }
}
