package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One life of a component's process, from preparation until it has ended. */
public final class ComponentRun implements AutoCloseable {

    private static final Duration END_LIMIT = Duration.ofSeconds(8);

    /** Ten components that boot are asked all the time: more often would take time from them. */
    private static final long LOOK_MILLIS = 250;

    private final Component component;
    private final LogEnd log;
    private final RunningProcess process;

    private ComponentRun(Component component, LogEnd log, RunningProcess process) {
        this.component = component;
        this.log = log;
        this.process = process;
    }

    /** Prepares and starts the process, and waits until it is ready and filled. */
    public static ComponentRun start(Component component) {
        return start(component, process -> {});
    }

    /**
     * As {@link #start(Component)}.
     *
     * @param spawned told at once about the new process, to note it before anything else can go wrong
     */
    public static ComponentRun start(Component component, Consumer<RunningProcess> spawned) {
        ProcessSpec spec = component.prepare();
        LogEnd log = LogEnd.from(spec.log());
        RunningProcess process = RunningProcess.start(spec);
        ComponentRun run = new ComponentRun(component, log, process);
        try {
            spawned.accept(process);
            run.awaitReady();
            component.whenReady();
            return run;
        } catch (LaunchFailure e) {
            run.close();
            throw e;
        }
    }

    public RunningProcess process() {
        return process;
    }

    /** Ends it the way it likes best, and by force after a few seconds. */
    @Override
    public void close() {
        process.end(component.endSignal(), END_LIMIT);
    }

    private void awaitReady() {
        long end = System.nanoTime() + component.readyLimit().toNanos();
        while (!component.isReady()) {
            if (!process.isAlive()) {
                throw new LaunchFailure("%s ended with exit code %d before it was ready%s"
                        .formatted(component.name(), process.exitCode(), log));
            }
            if (System.nanoTime() > end) {
                throw new LaunchFailure("%s was not ready after %d s%s%s"
                        .formatted(component.name(), component.readyLimit().toSeconds(), component.whyNotReady(), log));
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for " + component.name(), e);
        }
    }
}
