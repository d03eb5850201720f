package dev.capstan.systemtests.dsl;

import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.stack.StackProcess;
import java.time.Duration;
import java.util.List;

/** Which replica of execution-service speaks to the venue for an account, as the lease row says. */
public record VenueSession(String owner, long fence) {

    private static final String NOBODY = "";

    /** As it is now; nobody's when the lease ran out. */
    public static VenueSession of(Capstan capstan, TradingAccount account) {
        List<String> rows = capstan.sql()
                .texts(
                        "SELECT owner || ' ' || fence FROM execution.venue_session WHERE account_id = ?::uuid AND lease_until > now()",
                        account.accountId());
        if (rows.isEmpty()) {
            return new VenueSession(NOBODY, 0);
        }
        String[] words = rows.getFirst().split(" ", -1);
        return new VenueSession(words[0], Long.parseLong(words[1]));
    }

    /** Waits until a replica holds the session with a fence beyond the given one. */
    public static VenueSession awaitHeld(Capstan capstan, TradingAccount account, long beyond, Duration limit) {
        return await("session of " + account.accountId() + " beyond fence " + beyond)
                .atMost(limit)
                .until(() -> of(capstan, account), session -> session.fence() > beyond);
    }

    /** The number of the instance that owns it, from 1. */
    public int instance() {
        return owner.endsWith("-2") ? 2 : 1;
    }

    public StackProcess process(Capstan capstan) {
        return capstan.process(instance() == 2 ? "execution-service-2" : "execution-service");
    }

    /** Address of the replica that does not own it. */
    public String otherUrl(Capstan capstan) {
        return capstan.url("execution-service", 3 - instance());
    }
}
