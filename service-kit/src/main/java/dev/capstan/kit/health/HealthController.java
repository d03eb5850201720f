package dev.capstan.kit.health;

import dev.capstan.kit.security.Open;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /health} says how the process is and always answers 200; {@code /ready} says whether work may be sent here. */
@RestController
class HealthController {

    private final HealthChecks checks;
    private final String instance;
    private final Clock clock;

    HealthController(HealthChecks checks, String instance, Clock clock) {
        this.checks = checks;
        this.instance = instance;
        this.clock = clock;
    }

    @Open
    @GetMapping("/health")
    Health health() {
        Map<HealthCheck, HealthCheck.Result> answers = checks.ask();
        return new Health(
                isReady(answers) ? "ok" : "degraded",
                instance,
                stateOf("database", answers),
                Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "development"),
                Memory.now(),
                clock.instant());
    }

    @Open
    @GetMapping("/ready")
    ResponseEntity<Readiness> ready() {
        Map<HealthCheck, HealthCheck.Result> answers = checks.ask();
        Map<String, CheckState> states = new TreeMap<>();
        answers.forEach((check, answer) -> states.put(check.name(), CheckState.of(answer)));
        boolean ready = isReady(answers);
        return ResponseEntity.status(ready ? 200 : 503).body(new Readiness(ready, states, clock.instant()));
    }

    private static boolean isReady(Map<HealthCheck, HealthCheck.Result> answers) {
        return answers.entrySet().stream()
                .noneMatch(answer ->
                        answer.getKey().required() && answer.getValue().status() == HealthCheck.Status.DOWN);
    }

    private static String stateOf(String name, Map<HealthCheck, HealthCheck.Result> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().name().equals(name))
                .map(answer -> CheckState.of(answer.getValue()).status())
                .findFirst()
                .orElse("not_configured");
    }

    /** Answer of {@code /health}. */
    record Health(String status, String instance, String db, String version, Memory memory, Instant timestamp) {}

    /** Answer of {@code /ready}. */
    record Readiness(boolean ready, Map<String, CheckState> checks, Instant timestamp) {}

    /** One line of it. */
    record CheckState(String status, @Nullable String detail) {

        static CheckState of(HealthCheck.Result result) {
            return new CheckState(result.status().name().toLowerCase(Locale.ROOT), result.detail());
        }
    }

    /** Heap of this process in MiB. */
    record Memory(long usedMb, long maxMb) {

        static Memory now() {
            Runtime runtime = Runtime.getRuntime();
            return new Memory((runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
        }
    }
}
