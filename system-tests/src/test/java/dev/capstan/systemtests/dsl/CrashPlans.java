package dev.capstan.systemtests.dsl;

import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

        /**
         * Waits until it happened; gives the id of the process it happened to. The place tells that it was reached before the signal goes
         * out: whoever let a process go on that does not stand yet would find it frozen for good.
         */
        public long awaitDone(Duration limit) {
            Happened crash = await("crash of " + plan)
                    .atMost(limit)
                    .until(this::happened, Optional::isPresent)
                    .orElseThrow();
            return crash.pid();
        }

        private Optional<Happened> happened() {
            return isDone() ? Optional.of(Happened.read(done(plan))).filter(Happened::isOver) : Optional.empty();
        }

        /** Whether its place was reached. */
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

    /** What a place wrote when it was reached: {@code POINT KILL|STOP PID SUBJECT}. */
    private record Happened(boolean killed, long pid) {

        static Happened read(Path file) {
            try {
                List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
                return new Happened("KILL".equals(words.get(1)), Long.parseLong(words.get(2)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Whether the process is dead, or stands: nothing that it does follows. */
        boolean isOver() {
            Optional<ProcessIdentity> process = ProcessIdentity.of(pid);
            return killed
                    ? process.filter(ProcessIdentity::isAlive).isEmpty()
                    : process.filter(ProcessIdentity::isSuspended).isPresent();
        }
    }
}
