package dev.capstan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The group is a file of our own: where the kernel has none, or lets nobody write to it, the words are the same. */
class LowPriorityTest {

    @TempDir
    private Path folder;

    private Path group;

    @BeforeEach
    void aGroupOfOrdinaryPriority() throws Exception {
        group = Files.writeString(folder.resolve("group"), "0\n");
    }

    @Test
    void givesTheCommandTheLowestPriority() throws Exception {
        assertThat(output("nice")).isEqualTo("19\n");
    }

    @Test
    void givesItWhateverThePriorityOfTheOneWhoAsks() throws Exception {
        List<String> higher = new ArrayList<>(List.of("nice", "-n", "7"));
        higher.addAll(LowPriority.of(List.of("nice"), group));
        assertThat(printed(higher)).isEqualTo("19\n");
    }

    /** Every process of ours has a session of its own, and only this reaches beyond it. */
    @Test
    void givesItsSessionTheLowestPriority() throws Exception {
        output("true");
        assertThat(group).hasContent("19");
    }

    @Test
    void runsTheCommandWhereSessionsAreNoGroups() throws Exception {
        group = folder.resolve("no such folder").resolve("group");
        assertThat(output("nice")).isEqualTo("19\n");
    }

    @Test
    void handsTheWordsOfTheCommandOnAsTheyAre() throws Exception {
        assertThat(output("printf", "%s|", "two words", "$HOME", "")).isEqualTo("two words|$HOME||");
    }

    private String output(String... command) throws Exception {
        return printed(LowPriority.of(List.of(command), group));
    }

    private String printed(List<String> command) throws Exception {
        Path log = folder.resolve("log");
        RunningProcess process = RunningProcess.start(new ProcessSpec(command, Map.of(), folder, log));
        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isZero();
        return Files.readString(log);
    }
}
