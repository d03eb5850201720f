package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RunningProcess;
import dev.capstan.launcher.process.Signal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A process that does one thing and ends. */
public final class OneShot {

    private OneShot() {}

    /** Runs it and fails when it fails. */
    public static void run(String what, ProcessSpec spec) {
        run(what, spec, process -> {});
    }

    /**
     * As {@link #run(String, ProcessSpec)}.
     *
     * @param spawned told at once about the process, so that it can be ended from outside
     */
    public static void run(String what, ProcessSpec spec, Consumer<RunningProcess> spawned) {
        RunningProcess process = RunningProcess.start(spec);
        spawned.accept(process);
        try {
            int code = process.onExit().get();
            if (code != 0) {
                throw new LaunchFailure(what + " ended with exit code " + code + "; see " + spec.log());
            }
        } catch (InterruptedException e) {
            process.end(Signal.TERM, Duration.ofSeconds(2));
            throw LaunchFailure.interrupted(what, e);
        } catch (ExecutionException e) {
            throw new LaunchFailure(what + " failed", e);
        }
    }
}
