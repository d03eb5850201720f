package dev.capstan.systemtests.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word that a place was reached may come long before the signal does. */
class CrashPlansTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private Process process;
    private ProcessIdentity identity;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        identity = ProcessIdentity.of(process.pid()).orElseThrow();
        Files.createDirectories(CrashPlans.file(folder, "some-service").getParent());
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aFreezeHasHappenedWhenTheProcessStands() throws IOException {
        CrashPlans.Armed armed = new CrashPlans(folder).freezes("some-service", "CLAIM_CHECKED", 0);
        reached(armed, "STOP");
        assertThatThrownBy(() -> armed.awaitDone(A_WHILE)).isInstanceOf(ConditionTimeoutException.class);
        identity.signal(Signal.STOP);
        assertThat(armed.awaitDone(SOON)).isEqualTo(process.pid());
    }

    @Test
    void aKillHasHappenedWhenTheProcessIsDead() throws IOException {
        CrashPlans.Armed armed = new CrashPlans(folder).kills("some-service", "CLAIM_CHECKED", 0);
        reached(armed, "KILL");
        assertThatThrownBy(() -> armed.awaitDone(A_WHILE)).isInstanceOf(ConditionTimeoutException.class);
        identity.signal(Signal.KILL);
        assertThat(armed.awaitDone(SOON)).isEqualTo(process.pid());
    }

    /** As the hook in a service writes it. */
    private void reached(CrashPlans.Armed armed, String action) throws IOException {
        Path done = armed.plan().resolveSibling(armed.plan().getFileName() + ".done");
        Files.writeString(done, "CLAIM_CHECKED " + action + " " + process.pid() + " some-order\n");
    }
}
