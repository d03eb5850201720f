package dev.capstan.launcher.testing;

import dev.capstan.launcher.component.Component;
import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.ComponentRun;
import dev.capstan.launcher.component.FileTrees;
import dev.capstan.launcher.component.KafkaServer;
import dev.capstan.launcher.component.PostgresAdmin;
import dev.capstan.launcher.component.PostgresServer;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.ProcessRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The process that owns the servers of a test run and outlives single test JVMs. */
public final class StackHost {

    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS_WITHOUT_USER = 6;

    private final Path folder;
    private final ProcessRecords servers;
    private final StackUsers users;

    private StackHost(Path folder) {
        this.folder = folder;
        this.servers = new ProcessRecords(folder.resolve("servers"));
        this.users = new StackUsers(folder.resolve("users"));
    }

    /** Runs until nobody needs it; the one argument is the folder of the test stack. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        // The host before us may still be ending its servers.
        try (HostLock _ = HostLock.take(folder, "host.lock")) {
            new StackHost(folder).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        servers.endAll(END_LIMIT); // left by a host that was killed
        FileTrees.delete(data());
        StackState state = new StackState(ProcessIdentity.self(), Ports.free(), Ports.free());
        try (ComponentRun postgres = start(postgres(state));
                ComponentRun kafka = start(kafka(state))) {
            state.write(stateFile());
            while (postgres.process().isAlive() && kafka.process().isAlive() && isNeeded()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } finally {
            Files.deleteIfExists(stateFile());
        }
        FileTrees.delete(data());
    }

    private PostgresServer postgres(StackState state) {
        PostgresAdmin admin = new PostgresAdmin(state.postgresPort(), TestDatabase.PASSWORD);
        return new PostgresServer(cache(), data().resolve("postgres"), log("postgres"), admin, any -> {});
    }

    private KafkaServer kafka(StackState state) {
        return new KafkaServer(cache(), data().resolve("kafka"), log("kafka"), state.kafkaPort(), Ports.free())
                .shortLived();
    }

    private ComponentRun start(Component component) {
        return ComponentRun.start(component, process -> servers.put(component.name(), process.identity()));
    }

    /**
     * Needed while a user lives, and a little longer. The decision to end takes the lock under which users come, and takes back the
     * state file, so nobody joins a host that is leaving.
     */
    private boolean isNeeded() throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS_WITHOUT_USER; look++) {
            if (users.any()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        try (HostLock _ = HostLock.take(folder, TestStack.JOIN_LOCK)) {
            boolean needed = users.any();
            if (!needed) {
                Files.deleteIfExists(stateFile());
            }
            return needed;
        }
    }

    private ComponentCache cache() {
        return ComponentCache.ofUser(System.out::println);
    }

    private Path stateFile() {
        return folder.resolve("state");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }
}
