package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.kit.jdbc.RoundTrip;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lease rows. Time is the database's alone, so clocks of replicas need not agree. */
final class SessionLeases implements SessionGuard, SessionAddresses {

    private static final String UNTIL = "clock_timestamp() + ? * interval '1 millisecond'";
    private static final String OURS = " WHERE account_id = ? AND owner = ? AND fence = ?";

    /**
     * For the rest of the transaction: a claim that stands still this long is ended by the database, so that a halt, which waits for claims,
     * is answered within its second.
     *
     * <p>A replica that is frozen while its statements are on the way is not idle to the database, which still waits for the end of what it
     * was sent; for that one the transaction as a whole is limited as well. A claim that is ended has sent nothing: it is made again.
     */
    private static final String SOON_OR_NEVER = "set_config('idle_in_transaction_session_timeout', '600', true), "
            + "set_config('transaction_timeout', '3000', true)";

    private final JdbcClient jdbc;
    private final String owner;
    private final String address;
    private final Duration lease;

    SessionLeases(JdbcClient jdbc, String owner, String address, Duration lease) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.address = address;
        this.lease = lease;
    }

    /** Who holds a lease that runs. */
    enum Holder {
        /** This replica, or an earlier life of it. */
        US,
        ANOTHER
    }

    /** The leases that run now. */
    Map<AccountId, Holder> running() {
        Map<AccountId, Holder> running = new HashMap<>();
        jdbc.sql("SELECT account_id, owner = ? AS ours FROM venue_session WHERE lease_until > clock_timestamp()")
                .param(owner)
                .query(row -> {
                    running.put(
                            new AccountId(row.getObject("account_id", UUID.class)),
                            row.getBoolean("ours") ? Holder.US : Holder.ANOTHER);
                });
        return running;
    }

    /**
     * Takes a free lease with the next fence, in the current transaction.
     *
     * @param evenFromMyself also while it still runs, when the owner is this replica's earlier life: that one is dead or was told
     */
    Optional<SessionOwnership> take(AccountId accountId, boolean evenFromMyself) {
        return jdbc.sql(
                        "INSERT INTO venue_session AS held (account_id, owner, address, fence, lease_until) "
                                + "VALUES (?, ?, ?, 1, " + UNTIL
                                + ") ON CONFLICT (account_id) DO UPDATE SET owner = excluded.owner, "
                                + "address = excluded.address, fence = held.fence + 1, lease_until = excluded.lease_until "
                                + "WHERE held.lease_until <= clock_timestamp() OR (? AND held.owner = excluded.owner) RETURNING fence")
                .param(accountId.value())
                .param(owner)
                .param(address)
                .param(lease.toMillis())
                .param(evenFromMyself)
                .query(Long.class)
                .optional()
                .map(fence -> new SessionOwnership(accountId, fence));
    }

    /**
     * Renews those of the sessions that are still ours, and gives their accounts. It waits for nobody: one that a claim holds at this moment
     * is left out, or that claim would hold up the claims of all the others.
     */
    Set<AccountId> renewFree(Collection<SessionOwnership> ownerships) {
        return jdbc.sql("WITH free AS (SELECT account_id FROM venue_session AS held "
                        + "JOIN unnest(?::uuid[], ?::bigint[]) AS ours (account_id, fence) USING (account_id, fence) "
                        + "WHERE held.owner = ? FOR NO KEY UPDATE OF held SKIP LOCKED) "
                        + "UPDATE venue_session SET lease_until = " + UNTIL
                        + " FROM free WHERE venue_session.account_id = free.account_id RETURNING free.account_id")
                .param(array(ownerships, ownership -> ownership.accountId().text()))
                .param(array(ownerships, SessionOwnership::fence))
                .param(owner)
                .param(lease.toMillis())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .set();
    }

    private static String array(Collection<SessionOwnership> ownerships, Function<SessionOwnership, Object> part) {
        return ownerships.stream().map(part).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** False when the session is no longer ours. Waits for claims that are being committed. */
    boolean renew(SessionOwnership ownership) {
        return jdbc.sql("UPDATE venue_session SET lease_until = " + UNTIL + OURS)
                        .param(lease.toMillis())
                        .param(ownership.accountId().value())
                        .param(owner)
                        .param(ownership.fence())
                        .update()
                == 1;
    }

    /** Gives the session away at once, so that nobody waits for the lease to end. */
    void release(SessionOwnership ownership) {
        jdbc.sql("UPDATE venue_session SET lease_until = clock_timestamp()" + OURS)
                .param(ownership.accountId().value())
                .param(owner)
                .param(ownership.fence())
                .update();
    }

    @Override
    public Supplier<Boolean> lockIfOurs(SessionOwnership ownership, RoundTrip trip) {
        RoundTrip.Rows<Long> ours = trip.query(
                "SELECT fence, " + SOON_OR_NEVER + " FROM venue_session" + OURS
                        + " AND lease_until > clock_timestamp() FOR SHARE",
                List.of(ownership.accountId().value(), owner, ownership.fence()),
                (row, number) -> row.getLong("fence"));
        return () -> !ours.list().isEmpty();
    }

    @Override
    public Optional<String> addressOf(AccountId accountId) {
        return jdbc.sql("SELECT address FROM venue_session WHERE account_id = ? AND lease_until > clock_timestamp()")
                .param(accountId.value())
                .query(String.class)
                .optional();
    }
}
