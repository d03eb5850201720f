package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.component.Component;
import dev.capstan.launcher.process.ProcessRecords;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RestartPolicy;
import dev.capstan.launcher.stack.StackProcess.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(10), Duration.ofMillis(20));

    @TempDir
    private Path folder;

    private final List<StackProcess> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(StackProcess::stop);
    }

    @Test
    void killedProcessComesBackWithAnotherNumber() {
        StackProcess process = start("exec sleep 60", true);
        awaitState(process, ProcessState.READY);
        Long pid = process.status().pid();

        process.kill();

        await().atMost(LIMIT).until(() -> process.ready().isDone());
        assertThat(process.status().pid()).isNotNull().isNotEqualTo(pid);
        assertThat(process.status().restarts()).isEqualTo(1);
    }

    @Test
    void stoppedProcessStaysDownUntilStarted() {
        StackProcess process = start("exec sleep 60", true);
        awaitState(process, ProcessState.READY);

        process.stop();
        assertThat(process.status().state()).isEqualTo(ProcessState.STOPPED);
        assertThat(new ProcessRecords(folder.resolve("run")).allAlive()).isEmpty();

        process.start();
        awaitState(process, ProcessState.READY);
        assertThat(process.status().restarts()).isZero();
    }

    @Test
    void unsupervisedProcessStaysDead() {
        StackProcess process = start("exec sleep 60", false);
        awaitState(process, ProcessState.READY);
        process.kill();
        awaitState(process, ProcessState.FAILED);
    }

    @Test
    void processThatKeepsDyingIsGivenUpWithItsLastWords() {
        StackProcess process = start("echo last words; exit 7", true);
        awaitState(process, ProcessState.FAILED);
        assertThat(process.status().restarts()).isEqualTo(PAUSES.size());
        assertThat(process.status().problem()).contains("exit code 7").contains("last words");
        assertThat(process.ready()).isCompletedExceptionally();
    }

    @Test
    void runningProcessIsNotedForALaterLauncher() {
        StackProcess process = start("exec sleep 60", true);
        awaitState(process, ProcessState.READY);
        assertThat(new ProcessRecords(folder.resolve("run")).alive("tiny"))
                .map(identity -> identity.pid())
                .isEqualTo(Optional.ofNullable(process.status().pid()));
    }

    /** Two services that boot for ever wait for the broker that died with them. */
    @Test
    void whatOthersNeedComesBackWhileTheyTakeUpAllTurns() {
        BootSlots slots = new BootSlots();
        StackProcess needed = start(new Tiny("needed", "exec sleep 60"), true, slots, Set.of());
        StackProcess needing = start(new Tiny("needing", "exec sleep 60"), true, slots, Set.of("needed"));
        awaitState(needed, ProcessState.READY);
        awaitState(needing, ProcessState.READY);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        for (int service = 0; service < 2; service++) {
            Thread.startVirtualThread(() -> slots.boot(true, () -> {
                begun.countDown();
                awaitQuietly(end);
            }));
        }
        awaitQuietly(begun);

        needing.kill();
        needed.kill();

        await().atMost(LIMIT).until(() -> needed.ready().isDone());
        assertThat(needing.ready()).as("has to wait for its turn").isNotDone();
        end.countDown();
        await().atMost(LIMIT).until(() -> needing.ready().isDone());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitState(StackProcess process, ProcessState state) {
        await().atMost(LIMIT).until(() -> process.status().state() == state);
    }

    private StackProcess start(String script, boolean supervised) {
        return start(new Tiny("tiny", script), supervised, new BootSlots(), Set.of());
    }

    private StackProcess start(Tiny tiny, boolean supervised, BootSlots slots, Set<String> needs) {
        Surroundings surroundings = new Surroundings(
                slots,
                new ProcessRecords(folder.resolve("run")),
                StackListener.NONE,
                Clock.systemUTC(),
                () -> new RestartPolicy(Clock.systemUTC(), supervised ? PAUSES : List.of()),
                folder);
        StackProcess process = new StackProcess(new StackPart(tiny, 1, needs, 0, true), surroundings);
        started.add(process);
        process.start();
        return process;
    }

    /** Ready as soon as it wrote nothing wrong: a script that ends never is. */
    private final class Tiny implements Component {

        private final String name;
        private final String script;

        Tiny(String name, String script) {
            this.name = name;
            this.script = script;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ProcessSpec prepare() {
            return new ProcessSpec(List.of("sh", "-c", script), Map.of(), folder, folder.resolve(name + ".log"));
        }

        @Override
        public boolean isReady() {
            return !script.contains("exit");
        }
    }
}
