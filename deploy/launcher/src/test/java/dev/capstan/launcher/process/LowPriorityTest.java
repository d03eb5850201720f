package dev.capstan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LowPriorityTest {

    private static final Path GROUP = Path.of("/proc/self/autogroup");

    @TempDir
    private Path folder;

    @Test
    void givesTheCommandTheLowestPriority() throws Exception {
        assertThat(output("nice")).isEqualTo("19\n");
    }

    /** Every process of ours has a session of its own, and only this reaches beyond it. */
    @Test
    void givesItsSessionTheLowestPriority() throws Exception {
        if (Files.exists(GROUP)) {
            assertThat(output("cat", GROUP.toString())).endsWith(" nice 19\n");
            assertThat(Files.readString(GROUP)).endsWith(" nice 0\n");
        }
    }

    @Test
    void handsTheWordsOfTheCommandOnAsTheyAre() throws Exception {
        assertThat(output("printf", "%s|", "two words", "$HOME", "")).isEqualTo("two words|$HOME||");
    }

    private String output(String... command) throws Exception {
        Path log = folder.resolve("log");
        RunningProcess process =
                RunningProcess.start(new ProcessSpec(LowPriority.of(List.of(command)), Map.of(), folder, log));
        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isZero();
        return Files.readString(log);
    }
}
