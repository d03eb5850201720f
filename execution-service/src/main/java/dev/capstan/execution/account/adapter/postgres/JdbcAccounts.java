package dev.capstan.execution.account.adapter.postgres;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.AccountAccess;
import dev.capstan.execution.account.Accounts;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts. */
@Repository
class JdbcAccounts implements Accounts {

    private static final String SELECT = """
            select account_id, name, kind, venue_id, owner_subject, version, created_at
            from account
            """;

    private static final String GRANTS_OF_ONE =
            "select subject, permission from account_grant where account_id = ? order by subject";

    private final JdbcClient jdbc;
    private final JdbcOperations operations;

    JdbcAccounts(JdbcOperations operations) {
        this.jdbc = JdbcClient.create(operations);
        this.operations = operations;
    }

    @Override
    public Optional<Account> find(AccountId accountId) {
        RoundTrip trip = new RoundTrip(operations);
        RoundTrip.Rows<AccountRow> account =
                trip.query(SELECT + " where account_id = ?", List.of(accountId.value()), AccountRow::read);
        RoundTrip.Rows<AccountGrant> grants =
                trip.query(GRANTS_OF_ONE, List.of(accountId.value()), (row, number) -> grant(row));
        trip.send();
        return account.list().stream().map(row -> row.toAccount(grants.list())).findFirst();
    }

    @Override
    public List<Account> withVenueKeys() {
        return withGrants(
                jdbc.sql(SELECT + " where account_id in (select account_id from account_venue_key) order by account_id")
                        .query(AccountRow::read)
                        .list());
    }

    @Override
    public Account require(Caller caller, AccountId accountId, Permission permission) {
        Account account = find(accountId)
                .filter(candidate -> AccountAccess.allows(candidate, caller, Permission.VIEW))
                .orElseThrow(
                        () -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no account " + accountId + "."));
        if (!AccountAccess.allows(account, caller, permission)) {
            throw ProblemException.of(
                    ProblemCode.ACCESS_DENIED, "Account " + accountId + " is not yours to " + permission + " with.");
        }
        return account;
    }

    @Override
    public List<Account> visibleTo(Caller caller) {
        return withGrants(jdbc.sql(SELECT + """
                         where :all or owner_subject = :subject
                            or account_id in (select account_id from account_grant where subject = :subject)
                         order by created_at, account_id
                        """)
                .param("all", AccountAccess.seesAll(caller))
                .param("subject", caller.subject())
                .query(AccountRow::read)
                .list());
    }

    List<Account> all() {
        return withGrants(jdbc.sql(SELECT + " order by account_id")
                .query(AccountRow::read)
                .list());
    }

    private static AccountGrant grant(ResultSet row) throws SQLException {
        return new AccountGrant(row.getString("subject"), Permission.valueOf(row.getString("permission")));
    }

    /** Two statements for any number of accounts. */
    private List<Account> withGrants(List<AccountRow> rows) {
        Map<UUID, List<AccountGrant>> grants =
                grantsOf(rows.stream().map(AccountRow::accountId).toList());
        return rows.stream()
                .map(row -> row.toAccount(grants.getOrDefault(row.accountId(), List.of())))
                .toList();
    }

    private Map<UUID, List<AccountGrant>> grantsOf(List<UUID> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select account_id, subject, permission from account_grant where account_id in (:ids) order by subject")
                .param("ids", accountIds)
                .query((row, number) -> Map.entry(row.getObject("account_id", UUID.class), grant(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
