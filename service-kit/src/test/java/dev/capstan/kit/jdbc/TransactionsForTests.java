package dev.capstan.kit.jdbc;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real thing without an application context. */
public final class TransactionsForTests {

    private TransactionsForTests() {}

    public static Transactions over(DataSource dataSource) {
        return new RepeatingTransactions(new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }
}
