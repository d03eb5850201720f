package dev.capstan.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.stack.PortName;
import dev.capstan.launcher.stack.StackOptions;
import dev.capstan.launcher.stack.StackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {

    @TempDir
    private Path folder;

    @Test
    void portInTheWayIsNamedWithItsOwnerAndTheVariable() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackOptions options = options(Map.of(PortName.POSTGRES, socket.getLocalPort()));
            Finding port = starting(
                    "port " + socket.getLocalPort(),
                    Examination.of(options, false).findings());
            assertThat(port.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(port.found())
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(port.mend()).contains("CAPSTAN_PORT_POSTGRES");
        }
    }

    @Test
    void dataOfAnotherPostgresAreNotStartedOn() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        Finding found = starting(
                "data of postgres", Examination.of(options(Map.of()), false).findings());
        assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(found.mend()).contains("pg_dump");
    }

    @Test
    void everyFindingThatIsNotFineSaysHowToMendIt() {
        assertThat(Examination.of(options(Map.of()), false).findings())
                .hasSizeGreaterThan(PortName.values().length / 2)
                .allSatisfy(finding -> assertThat(finding.mend() == null).isEqualTo(finding.verdict() == Verdict.FINE));
    }

    private StackOptions options(Map<PortName, Integer> fixed) {
        Map<PortName, Integer> numbers = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            numbers.put(name, fixed.getOrDefault(name, Ports.free()));
        }
        return StackOptions.inFolder(
                        folder, folder.resolve("data"), new ComponentCache(folder.resolve("cache"), line -> {}))
                .withPorts(new StackPorts(numbers));
    }

    private static Finding starting(String check, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.check().startsWith(check))
                .findFirst()
                .orElseThrow();
    }
}
