package dev.capstan.kit.jdbc;

/**
 * For a transaction whose loss repairs itself: its commit does not wait for the disk. When PostgreSQL dies, the last moments of such commits
 * may be gone, never a part of one and never one before it. When only our process dies, nothing is lost.
 *
 * <p>Whoever uses it says why the loss heals (decision 0010). A commit that somebody was told of is not one of these.
 *
 * @see <a href="https://www.postgresql.org/docs/18/wal-async-commit.html">PostgreSQL, Asynchronous Commit</a>
 */
public final class LaterDurable {

    /** An item for the FROM or USING list of the transaction's only statement. */
    public static final String FROM_ITEM = "set_config('synchronous_commit', 'off', true) AS later_durable";

    private LaterDurable() {}
}
