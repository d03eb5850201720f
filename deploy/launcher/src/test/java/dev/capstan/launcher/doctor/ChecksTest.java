package dev.capstan.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Apache Maven 3.8.7, FINE",
        "Apache Maven 3.9.16, FINE",
        "Apache Maven 3.8.6, WRONG",
        "Apache Maven 4.0.0-rc-4, WRONG",
        "nothing, WRONG"
    })
    void mavenOfTheThirdLine(String said, Verdict verdict) {
        List<Finding> findings = new ToolsCheck(any -> ToolVersion.in(said)).look();
        assertThat(of("maven", findings).verdict()).isEqualTo(verdict);
    }

    @Test
    void nodeIsForTheTestsAlone() {
        assertThat(of("node", new ToolsCheck(any -> Optional.empty()).look()).verdict())
                .isEqualTo(Verdict.CARE);
        assertThat(of("node", new ToolsCheck(any -> ToolVersion.in("v20.1.0")).look())
                        .verdict())
                .isEqualTo(Verdict.FINE);
    }

    @Test
    void anotherJavaIsWrong() {
        assertThat(ToolsCheck.java(Runtime.Version.parse("17.0.1")).mend()).contains("JDK 25");
        assertThat(ToolsCheck.java(Runtime.Version.parse("25.0.3")).verdict()).isEqualTo(Verdict.FINE);
    }

    @ParameterizedTest
    @CsvSource({"5000000, max, FINE", "3000000, max, CARE", "1000000, max, WRONG", "5000000, 1073741824, WRONG"})
    void memoryIsTheLesserOfMachineAndGroup(long availableKilobytes, String groupLimit, Verdict verdict)
            throws IOException {
        Files.writeString(folder.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable:  " + availableKilobytes + " kB\n");
        Files.writeString(folder.resolve("memory.max"), groupLimit + "\n");
        Files.writeString(folder.resolve("memory.current"), "0\n");
        assertThat(new MemoryCheck(folder, folder, false).look().getFirst().verdict())
                .isEqualTo(verdict);
        assertThat(new MemoryCheck(folder, folder, true).look().getFirst().verdict())
                .isEqualTo(Verdict.FINE);
    }

    @Test
    void fewOpenFilesAreWrong() throws IOException {
        Files.createDirectories(folder.resolve("self"));
        Files.writeString(
                folder.resolve("self/limits"), "Max open files            1024                 1024       files\n");
        Finding found = of("open files", new MachineCheck(folder).look());
        assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(found.mend()).contains("ulimit");
    }

    @Test
    void oneProcessorIsFew() {
        assertThat(MachineCheck.processors(1).verdict()).isEqualTo(Verdict.CARE);
    }

    @Test
    void clockThatNobodyKeepsIsSaid() {
        assertThat(clock(false).verdict()).isEqualTo(Verdict.CARE);
        assertThat(clock(true).found()).contains("12 ms");
    }

    @Test
    void kernelAnswersAboutItsClock() {
        assertThat(KernelClock.read().maximumError()).isPositive();
    }

    @Test
    void folderThatIsNotThereYetIsMeasuredByWhatWouldHoldIt() {
        List<Finding> findings = new DiskCheck(folder.resolve("a/b"), folder).look();
        assertThat(findings).allSatisfy(finding -> assertThat(finding.found()).contains("MB free"));
    }

    @Test
    void processesWithoutALauncherAreNamed() {
        Map<String, ProcessIdentity> recorded = Map.of("gateway", ProcessIdentity.self());
        Finding left =
                new LeftoversCheck(new OwnProcesses(recorded, false)).look().getFirst();
        assertThat(left.verdict()).isEqualTo(Verdict.CARE);
        assertThat(left.found()).contains("gateway (" + ProcessHandle.current().pid());
        assertThat(left.mend()).contains("./capstan down");
        assertThat(new LeftoversCheck(new OwnProcesses(recorded, true))
                        .look()
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.FINE);
    }

    @Test
    void childrenOfOwnProcessesAreOwn() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Map<String, ProcessIdentity> recorded =
                Map.of("build", ProcessIdentity.of(parent.pid()).orElseThrow());
        assertThat(new OwnProcesses(recorded, true)
                        .include(ProcessHandle.current().pid()))
                .isTrue();
        assertThat(new OwnProcesses(Map.of(), true).include(parent.pid())).isFalse();
    }

    private static Finding clock(boolean isDisciplined) {
        return new ClockCheck(() -> new KernelClock(isDisciplined, Duration.ofMillis(12)))
                .look()
                .getFirst();
    }

    private static Finding of(String check, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
