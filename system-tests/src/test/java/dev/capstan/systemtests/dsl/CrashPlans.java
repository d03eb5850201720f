package dev.capstan.systemtests.dsl;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Arms named crash points of a service: the first of its instances that reaches the place dies, or freezes, there. */
public final class CrashPlans {

    private final Path folder;

    CrashPlans(Path folder) {
        this.folder = folder;
    }

    static Path file(Path folder, String service) {
        return folder.resolve("plans").resolve(service + ".plan");
    }

    /** Dies at the place, when it was passed that many times. */
    public Armed kills(String service, String point, int passes) {
        return arm(service, point + " kill " + passes);
    }

    /** Freezes at the place, with everything it holds. */
    public Armed freezes(String service, String point, int passes) {
        return arm(service, point + " stop " + passes);
    }

    private Armed arm(String service, String line) {
        Path plan = file(folder, service);
        try {
            Files.deleteIfExists(done(plan));
            Path draft = plan.resolveSibling(plan.getFileName() + ".draft");
            Files.writeString(draft, line);
            // The hook must never read half a line.
            Files.move(draft, plan, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Armed(plan);
    }

    private static Path done(Path plan) {
        return plan.resolveSibling(plan.getFileName() + ".done");
    }

    /** A crash that waits for its place to be reached. */
    public record Armed(Path plan) {

        /** Waits until it happened; gives the id of the process it happened to. */
        public long awaitDone(Duration limit) {
            await("crash of " + plan).atMost(limit).until(() -> Files.exists(done(plan)));
            try {
                return Long.parseLong(Files.readString(done(plan)).split(" ", -1)[2]);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        public boolean isDone() {
            return Files.exists(done(plan));
        }

        /** Takes the plan back, when its place was not reached. */
        public void disarm() {
            try {
                Files.deleteIfExists(plan);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
