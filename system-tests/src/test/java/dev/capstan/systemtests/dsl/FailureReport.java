package dev.capstan.systemtests.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says at the end of a run, for every test that failed, what the services complained of meanwhile: where a run is far away its last words
 * are often all there is to read.
 */
public final class FailureReport implements TestExecutionListener {

    private static final int MOST = 25;
    private static final int WIDEST = 300;

    /** Lines of one process that begin alike, so far, are one complaint: a pool says of each of its connections that the database is gone. */
    private static final int ALIKE = 40;

    /** What led to a failure may have begun before the test did. */
    private static final Duration BEFORE = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final List<Failed> failures = new CopyOnWriteArrayList<>();

    /** Made by the launcher of the tests. */
    public FailureReport() {
        this(Path.of("target"));
    }

    FailureReport(Path folder) {
        this.folder = folder;
    }

    private record Failed(String name, Instant from, Instant to, List<String> complaints) {}

    private record Complaint(Instant at, String instance, String message, int times) {

        String beginning() {
            return instance + " " + message.substring(0, Math.min(ALIKE, message.length()));
        }

        Complaint and(Complaint later) {
            return new Complaint(at, instance, message, times + later.times);
        }

        String text() {
            String text = at + " " + instance + " " + message;
            return text.substring(0, Math.min(WIDEST, text.length())) + (times > 1 ? " (" + times + " times)" : "");
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        begun.put(test.getUniqueId(), Instant.now());
    }

    /** Read at once: the next stack may empty the folder. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Instant from = begun.remove(test.getUniqueId());
        if (from != null && result.getStatus() == TestExecutionResult.Status.FAILED) {
            Instant to = Instant.now();
            failures.add(new Failed(test.getDisplayName(), from, to, complaints(from.minus(BEFORE), to)));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        failures.forEach(failed -> {
            System.out.printf("failed between %s and %s: %s%n", failed.from(), failed.to(), failed.name());
            failed.complaints().forEach(line -> System.out.println("  " + line));
        });
    }

    /** The last ones, oldest first; of those that are alike the first, and how many there were. */
    List<String> complaints(Instant from, Instant to) {
        List<Complaint> found = new ArrayList<>();
        logs().forEach(log -> read(log, from, to, found));
        found.sort(Comparator.comparing(Complaint::at));
        Map<String, Complaint> distinct = new LinkedHashMap<>();
        found.forEach(complaint -> distinct.merge(complaint.beginning(), complaint, Complaint::and));
        return distinct.values().stream()
                .skip(Math.max(0, distinct.size() - MOST))
                .map(Complaint::text)
                .toList();
    }

    private List<Path> logs() {
        try (Stream<Path> files =
                Files.find(folder, 3, (file, attributes) -> file.toString().matches(".*/logs/[^/]+\\.log"))) {
            return files.toList();
        } catch (IOException | UncheckedIOException nothingToRead) {
            return List.of();
        }
    }

    private static void read(Path log, Instant from, Instant to, List<Complaint> found) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.filter(line -> line.contains("\"level\":\"WARN\"") || line.contains("\"level\":\"ERROR\""))
                    .forEach(line -> take(line, from, to, found));
        } catch (IOException | UncheckedIOException gone) {
            found.add(new Complaint(to, log.toString(), "cannot be read", 1));
        }
    }

    private static void take(String line, Instant from, Instant to, List<Complaint> found) {
        try {
            JsonNode entry = JSON.readTree(line);
            Instant at = Instant.parse(entry.path("timestamp").asString());
            if (!at.isBefore(from) && !at.isAfter(to)) {
                found.add(new Complaint(
                        at,
                        entry.path("instance").asString(),
                        entry.path("message").asString(),
                        1));
            }
        } catch (JacksonException | DateTimeException halfALine) {
            // A service was killed while it wrote.
        }
    }
}
