package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.ComponentRun;
import dev.capstan.launcher.process.ProcessRecords;
import dev.capstan.launcher.process.RestartPolicy;
import dev.capstan.launcher.process.RunningProcess;
import dev.capstan.launcher.process.Signal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of a running stack: started, watched, started again when it dies; and the handle by which a test hurts it.
 *
 * <p>A thread of its own lives as long as the process is wanted. Whoever ends the process first says that it is no longer wanted,
 * so the thread can tell an end from a death.
 */
public final class StackProcess {

    private static final Duration END_LIMIT = Duration.ofSeconds(8);

    private final StackPart part;
    private final Surroundings surroundings;
    private final RestartPolicy restarts;

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private volatile boolean wanted;
    private volatile @Nullable RunningProcess running;
    private volatile CountDownLatch unwanted = new CountDownLatch(1);
    private volatile CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile ProcessStatus status;
    private @Nullable Thread life;

    private final Object blow = new Object();
    private @Nullable RunningProcess struck;

    /** What the processes of one stack share. */
    record Surroundings(
            BootSlots slots,
            ProcessRecords records,
            StackListener listener,
            Clock clock,
            Supplier<RestartPolicy> restarts,
            Path logs) {}

    StackProcess(StackPart part, Surroundings surroundings) {
        this.part = part;
        this.surroundings = surroundings;
        this.restarts = surroundings.restarts().get();
        String log = surroundings.logs().resolve(part.name() + ".log").toString();
        this.status = new ProcessStatus(
                part.name(),
                ProcessState.STOPPED,
                null,
                part.port(),
                0,
                surroundings.clock().instant(),
                log,
                null);
    }

    public String name() {
        return part.name();
    }

    public ProcessStatus status() {
        return status;
    }

    /** Starts it and watches over it from now on; the readiness can be awaited at {@link #ready()}. */
    public void start() {
        start(CompletableFuture.completedFuture(null));
    }

    synchronized void start(CompletableFuture<?> first) {
        if (wanted) {
            return;
        }
        awaitEarlierLife();
        wanted = true;
        unwanted = new CountDownLatch(1);
        ready = new CompletableFuture<>();
        become(ProcessState.WAITING, null);
        life = Thread.ofVirtual().name("watch-" + name()).start(() -> live(first));
    }

    /** Ends the process in good order; it stays down until {@link #start()}. */
    public void stop() {
        stop(END_LIMIT);
    }

    void stop(Duration limit) {
        wanted = false;
        unwanted.countDown();
        RunningProcess process = running;
        if (process != null) {
            process.end(part.component().endSignal(), limit);
            surroundings.records().remove(name());
        }
        become(ProcessState.STOPPED, null);
    }

    /** Kills it as a crash would (SIGKILL). A supervised process comes back. */
    public void kill() {
        synchronized (blow) {
            RunningProcess process = runningOne();
            struck = process;
            ready = new CompletableFuture<>();
            process.signal(Signal.KILL);
        }
    }

    /** Freezes it (SIGSTOP): it keeps its connections and its lease, and does nothing. */
    public void suspend() {
        signal(Signal.STOP);
    }

    /** Lets a frozen process go on. */
    public void resume() {
        signal(Signal.CONT);
    }

    /** Completes when the process is ready; exceptionally when it is given up. After a kill it is a new one. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completes when it first had its turn to boot. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    int layer() {
        return part.layer();
    }

    StackPart part() {
        return part;
    }

    private void signal(Signal signal) {
        runningOne().signal(signal);
    }

    private RunningProcess runningOne() {
        RunningProcess process = running;
        if (process == null) {
            throw new LaunchFailure(name() + " does not run");
        }
        return process;
    }

    private void live(CompletableFuture<?> first) {
        try {
            first.join();
            while (wanted) {
                String problem = liveOnce();
                if (wanted) {
                    afterDeath(problem);
                }
            }
        } catch (RuntimeException e) {
            giveUp(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** From one start to the end that follows; says how it ended. */
    private String liveOnce() {
        try {
            surroundings.slots().boot(waitsForItsTurn(), this::boot);
            RunningProcess process = running;
            if (!wanted || process == null) {
                return "stopped";
            }
            become(ProcessState.READY, null);
            tellReady(process);
            int code = process.onExit().join();
            return name() + " ended with exit code " + code;
        } catch (LaunchFailure e) {
            return String.valueOf(e.getMessage());
        } finally {
            running = null;
        }
    }

    /** Those that have a turn may be waiting for this one, which died under them: behind them it would wait in vain. */
    private boolean waitsForItsTurn() {
        boolean othersNeedIt = part.needs().isEmpty();
        return part.jvm() && !(begun.isDone() && othersNeedIt);
    }

    /** One that was killed meanwhile is not the one that whoever killed it waits for. */
    private void tellReady(RunningProcess process) {
        synchronized (blow) {
            if (process != struck) {
                ready.complete(null);
            }
        }
    }

    private void boot() {
        begun.complete(null);
        if (wanted) {
            become(ProcessState.STARTING, null);
            ComponentRun.start(part.component(), this::spawned);
        }
    }

    private void spawned(RunningProcess process) {
        running = process;
        surroundings.records().put(name(), process.identity());
        if (wanted) {
            become(ProcessState.STARTING, null);
        } else {
            // Stopped between our look and the start: nobody else knows this process.
            process.end(Signal.KILL, Duration.ofSeconds(2));
            surroundings.records().remove(name());
        }
    }

    private void afterDeath(String problem) {
        surroundings.records().remove(name());
        if (ready.isDone()) {
            ready = new CompletableFuture<>();
        }
        Optional<Duration> pause = restarts.afterDeath();
        if (pause.isEmpty()) {
            giveUp(problem);
            return;
        }
        status = restarted();
        become(ProcessState.RESTARTING, problem);
        awaitUnwanted(pause.get());
    }

    /** The thread of the life before may still be taking note of its end. */
    private void awaitEarlierLife() {
        Thread earlier = life;
        try {
            if (earlier != null) {
                earlier.join(END_LIMIT);
            }
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("starting " + name(), e);
        }
    }

    private void giveUp(String problem) {
        wanted = false;
        become(ProcessState.FAILED, problem);
        ready.completeExceptionally(new LaunchFailure(problem));
    }

    private void awaitUnwanted(Duration limit) {
        try {
            unwanted.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting to start " + name() + " again", e);
        }
    }

    private ProcessStatus restarted() {
        ProcessStatus old = status;
        return new ProcessStatus(
                old.name(), old.state(), old.pid(), old.port(), old.restarts() + 1, old.since(), old.log(), null);
    }

    private void become(ProcessState state, @Nullable String problem) {
        ProcessStatus old = status;
        RunningProcess process = running;
        Long pid = process == null || state == ProcessState.STOPPED || !process.isAlive() ? null : process.pid();
        status = new ProcessStatus(
                old.name(),
                state,
                pid,
                old.port(),
                old.restarts(),
                surroundings.clock().instant(),
                old.log(),
                problem);
        surroundings.listener().changed(status);
    }
}
