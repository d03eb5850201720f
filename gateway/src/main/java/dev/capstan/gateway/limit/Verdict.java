package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a call may go on, and how much is left to its caller. */
record Verdict(List<Standing> standings, Instant at) {

    /** One budget after the call was counted. */
    record Standing(Budget budget, Window window, long used) {

        boolean isExceeded() {
            return used > budget.quota();
        }

        private String policy() {
            return "\"%s\";q=%d;w=%d".formatted(budget.name(), budget.quota(), Budget.WINDOW_SECONDS);
        }

        private String left(Instant at) {
            return "\"%s\";r=%d;t=%d".formatted(budget.name(), Math.max(0, budget.quota() - used), secondsLeft(at));
        }

        private long secondsLeft(Instant at) {
            return Math.max(
                    1, Duration.between(at, window.end()).plusNanos(999_999_999).toSeconds());
        }
    }

    Verdict {
        standings = List.copyOf(standings);
    }

    boolean isAllowed() {
        return standings.stream().noneMatch(Standing::isExceeded);
    }

    /** When the last of the exceeded windows ends. */
    int retryAfterSeconds() {
        return (int) standings.stream()
                .filter(Standing::isExceeded)
                .mapToLong(standing -> standing.secondsLeft(at))
                .max()
                .orElse(1);
    }

    /** Value of {@code RateLimit-Policy}. */
    String policies() {
        return standings.stream().map(Standing::policy).collect(Collectors.joining(", "));
    }

    /** Value of {@code RateLimit}. */
    String left() {
        return standings.stream().map(standing -> standing.left(at)).collect(Collectors.joining(", "));
    }
}
