package dev.capstan.kit.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Asks all checks at once and waits for none longer than {@link TimedQuestions} does. */
final class HealthChecks {

    private final List<HealthCheck> checks;
    private final TimedQuestions<HealthCheck.Result> questions = new TimedQuestions<>(HealthCheck.Result::down);

    HealthChecks(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Each check's answer by name, in a stable order. */
    Map<HealthCheck, HealthCheck.Result> ask() {
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
