package dev.capstan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.LaunchFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final List<RunningProcess> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(process -> process.signal(Signal.KILL));
    }

    @Test
    void endsWhenAsked() {
        RunningProcess process = start("exec sleep 60");
        process.end(Signal.TERM, LIMIT);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void isKilledWhenItDoesNotListen() {
        RunningProcess process = start("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        await().atMost(LIMIT).until(() -> log().toFile().length() > 0);
        process.end(Signal.TERM, Duration.ofMillis(300));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void freezesAndGoesOn() {
        RunningProcess process = start("exec sleep 60");
        process.signal(Signal.STOP);
        await().atMost(LIMIT).until(() -> process.identity().isSuspended());
        process.signal(Signal.CONT);
        await().atMost(LIMIT).until(() -> !process.identity().isSuspended());
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void getsItsVariablesAndNothingOfOurs() {
        start("echo \"[$GIVEN][$JAVA_HOME][$CAPSTAN_CACHE]\"; exec sleep 60");
        await().atMost(LIMIT).until(() -> log().toFile().length() > 0);
        assertThat(log()).hasContent("[given][][]");
    }

    @Test
    void runsInItsOwnSession() throws Exception {
        RunningProcess process = start("ps -o sid= -p $$; exec sleep 60");
        await().atMost(LIMIT).until(() -> log().toFile().length() > 0);
        assertThat(Files.readString(log()).strip()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void missingFolderIsAFailureInWords() {
        ProcessSpec spec = new ProcessSpec(List.of("sh", "-c", "exit 3"), Map.of(), folder.resolve("none"), log());
        assertThatThrownBy(() -> RunningProcess.start(spec)).isInstanceOf(LaunchFailure.class);
    }

    private RunningProcess start(String script) {
        RunningProcess process = RunningProcess.start(
                new ProcessSpec(List.of("sh", "-c", script), Map.of("GIVEN", "given"), folder, log()));
        started.add(process);
        return process;
    }

    private Path log() {
        return folder.resolve("log");
    }
}
