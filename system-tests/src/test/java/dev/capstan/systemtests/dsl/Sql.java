package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.component.PostgresAdmin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements on the stack's database, each on a connection of its own, so that an outage leaves none broken behind. */
public final class Sql {

    private final PostgresAdmin admin;

    Sql(PostgresAdmin admin) {
        this.admin = admin;
    }

    public long number(String query, Object... arguments) {
        return Long.parseLong(texts(query, arguments).getFirst());
    }

    /** First column of every row as text. */
    public List<String> texts(String query, Object... arguments) {
        try (Connection connection = admin.connect("capstan");
                PreparedStatement statement = prepared(connection, query, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    public int update(String statementText, Object... arguments) {
        try (Connection connection = admin.connect("capstan");
                PreparedStatement statement = prepared(connection, statementText, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(statementText, failure);
        }
    }

    /** A statement without arguments, such as one that makes a table. */
    public void run(String statementText) {
        try (Connection connection = admin.connect("capstan");
                Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        } catch (SQLException failure) {
            throw new IllegalStateException(statementText, failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
