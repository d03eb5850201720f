package dev.capstan.kit.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks all checks at once and waits for none longer than {@link TimedQuestions} does. That all is well is true for a moment, for however many
 * ask; what is not is asked anew each time.
 */
final class HealthChecks {

    private static final Duration MOMENT = Duration.ofMillis(750);

    private record Heard(Map<HealthCheck, HealthCheck.Result> answers, long nanos) {}

    private final List<HealthCheck> checks;
    private final TimedQuestions<HealthCheck.Result> questions = new TimedQuestions<>(HealthCheck.Result::down);

    private volatile @Nullable Heard good;

    HealthChecks(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Each check's answer by name, in a stable order. */
    Map<HealthCheck, HealthCheck.Result> ask() {
        Heard heard = good;
        if (heard != null && System.nanoTime() - heard.nanos() < MOMENT.toNanos()) {
            return heard.answers();
        }
        long now = System.nanoTime();
        Map<HealthCheck, HealthCheck.Result> answers = askAll();
        boolean isGood = answers.values().stream().noneMatch(answer -> answer.status() == HealthCheck.Status.DOWN);
        good = isGood ? new Heard(answers, now) : null;
        return answers;
    }

    private Map<HealthCheck, HealthCheck.Result> askAll() {
        Map<String, Supplier<HealthCheck.Result>> asked = new LinkedHashMap<>();
        checks.forEach(check -> asked.put(check.name(), check::check));
        Map<String, HealthCheck.Result> byName = questions.ask(asked);
        Map<HealthCheck, HealthCheck.Result> answers = new LinkedHashMap<>();
        byName.forEach((name, answer) -> checks.stream()
                .filter(check -> check.name().equals(name))
                .forEach(check -> answers.put(check, answer)));
        return answers;
    }
}
