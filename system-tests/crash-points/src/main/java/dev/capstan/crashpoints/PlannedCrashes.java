package dev.capstan.crashpoints;

import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPointHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Looks at the plan each time a place is reached; a missing plan costs one file lookup. */
public final class PlannedCrashes implements CrashPointHook {

    private final @Nullable Path planFile;
    private final Signals signals;
    private final AtomicInteger passed = new AtomicInteger();

    /** Used by the service loader. */
    public PlannedCrashes() {
        this(planFromSystemProperty(), Signals::sendToSelf);
    }

    PlannedCrashes(@Nullable Path planFile, Signals signals) {
        this.planFile = planFile;
        this.signals = signals;
    }

    @Override
    public void reached(CrashPoint point, String subject) {
        if (planFile == null || !Files.exists(planFile)) {
            return;
        }
        try {
            act(planFile, point, subject);
        } catch (IOException failure) {
            throw new UncheckedIOException("crash plan " + planFile, failure);
        }
    }

    private void act(Path file, CrashPoint point, String subject) throws IOException {
        CrashPlan plan = read(file);
        if (plan == null || !plan.matches(point, subject) || passed.getAndIncrement() < plan.passes()) {
            return;
        }
        Path taken = file.resolveSibling(file.getFileName() + ".taken");
        if (!moved(file, taken)) {
            return; // another thread took it between the look and the move
        }
        passed.set(0);
        long pid = ProcessHandle.current().pid();
        Path done = file.resolveSibling(file.getFileName() + ".done");
        Files.writeString(taken, "%s %s %d %s%n".formatted(point, plan.action(), pid, subject));
        Files.move(taken, done, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        signals.send(plan.action().signal(), pid);
    }

    /** Null when another thread, or another replica, took it between the look and the reading. */
    private static @Nullable CrashPlan read(Path file) throws IOException {
        try {
            return CrashPlan.parse(Files.readString(file));
        } catch (NoSuchFileException taken) {
            return null;
        }
    }

    private static boolean moved(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static @Nullable Path planFromSystemProperty() {
        String path = System.getProperty("capstan.crash-points.plan");
        return path == null ? null : Path.of(path);
    }
}
