package dev.capstan.launcher.compose;

import dev.capstan.launcher.component.Attempts;
import dev.capstan.launcher.component.PostgresAdmin;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.Foundation;
import dev.capstan.launcher.stack.Secrets;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.VenueAccount;
import java.util.List;

/** What the one-shot containers do. Each may be run again at any time, and is at each {@code docker compose up}. */
public final class ComposeJobs {

    private final Secrets secrets;

    public ComposeJobs(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Databases, roles and topics: before the first service. */
    public void setUp(String postgresHost, int postgresPort, String bootstrapServers) {
        String password = Foundation.postgresPassword(secrets);
        untilDone(() -> Foundation.makeDatabases(new PostgresAdmin(postgresHost, postgresPort, password), secrets));
        untilDone(() -> Foundation.makeTopics(bootstrapServers));
    }

    /** The account at the simulated venue, the demo users and their PAPER account: behind the last service. */
    public void seed(StackAddresses addresses, List<String> frontends) {
        addresses.simulatorControl().ifPresent(control -> untilDone(() -> new VenueAccount(secrets).open(control)));
        new Seeding(addresses, secrets, frontends).untilDone();
    }

    /** What an installation needs that has users of its own. */
    public void seedWithoutDemo(StackAddresses addresses, List<String> frontends) {
        untilDone(() -> new Seeding(addresses, secrets, frontends).tellKeycloak());
    }

    private static void untilDone(Runnable step) {
        Attempts.untilDone(() -> {
            step.run();
            return true;
        });
    }
}
