package dev.capstan.systemtests.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureReportTest {

    @TempDir
    private Path target;

    @Test
    void findsWhatServicesComplainedOfMeanwhile() throws IOException {
        writes("stack/logs/risk-service.log", line("10:00:02", "WARN", "slow"), line("10:00:03", "INFO", "fine"));
        writes(
                "other/logs/gateway.log",
                line("10:00:01", "ERROR", "broken"),
                "{\"timestamp\":\"2026-11-22T10:00:01Z\",\"level\":\"ERROR\",\"mess");
        writes("stack/logs/kafka.log", line("10:00:09", "WARN", "too late"), line("09:59:59", "WARN", "too early"));
        assertThat(new FailureReport(target)
                        .complaints(Instant.parse("2026-11-22T10:00:00Z"), Instant.parse("2026-11-22T10:00:05Z")))
                .containsExactly("2026-11-22T10:00:01Z one broken", "2026-11-22T10:00:02Z one slow");
    }

    @Test
    void saysOnceWhatIsSaidOfEachConnection() throws IOException {
        String gone = "Failed to validate connection of the pool, number ";
        writes("stack/logs/risk-service.log", line("10:00:02", "WARN", gone + 1), line("10:00:03", "WARN", gone + 2));
        assertThat(new FailureReport(target)
                        .complaints(Instant.parse("2026-11-22T10:00:00Z"), Instant.parse("2026-11-22T10:00:05Z")))
                .containsExactly("2026-11-22T10:00:02Z one " + gone + "1 (2 times)");
    }

    @Test
    void saysNothingWhereNothingRan() {
        assertThat(new FailureReport(target.resolve("missing")).complaints(Instant.EPOCH, Instant.MAX))
                .isEmpty();
    }

    private void writes(String name, String... lines) throws IOException {
        Path log = target.resolve(name);
        Files.createDirectories(log.getParent());
        Files.writeString(log, String.join("\n", lines));
    }

    private static String line(String time, String level, String message) {
        return "{\"timestamp\":\"2026-11-22T%sZ\",\"level\":\"%s\",\"message\":\"%s\",\"instance\":\"one\"}"
                .formatted(time, level, message);
    }
}
