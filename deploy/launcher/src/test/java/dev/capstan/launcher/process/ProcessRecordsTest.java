package dev.capstan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void laterLauncherEndsWhatAnEarlierOneLeft() {
        ProcessIdentity left = sleeper().identity();
        new ProcessRecords(folder).put("left", left);

        Map<String, ProcessIdentity> ended = new ProcessRecords(folder).endAll(LIMIT);

        assertThat(ended).containsOnlyKeys("left");
        assertThat(left.isAlive()).isFalse();
        assertThat(new ProcessRecords(folder).endAll(LIMIT)).isEmpty();
    }

    @Test
    void strangerWithTheSameNumberIsLeftAlone() {
        RunningProcess stranger = sleeper();
        ProcessIdentity real = stranger.identity();
        ProcessIdentity earlier = new ProcessIdentity(real.pid(), real.startTicks() - 1, real.bootId());
        new ProcessRecords(folder).put("gone", earlier);

        assertThat(new ProcessRecords(folder).endAll(LIMIT)).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
        stranger.end(Signal.KILL, LIMIT);
    }

    @Test
    void halfWrittenNoteEndsNothing() throws Exception {
        Files.writeString(folder.resolve("half.pid"), "12");
        assertThat(new ProcessRecords(folder).endAll(LIMIT)).isEmpty();
    }

    private RunningProcess sleeper() {
        return RunningProcess.start(new ProcessSpec(List.of("sleep", "60"), Map.of(), folder, folder.resolve("log")));
    }
}
