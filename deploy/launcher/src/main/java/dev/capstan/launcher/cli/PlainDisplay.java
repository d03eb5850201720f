package dev.capstan.launcher.cli;

import dev.capstan.launcher.stack.ProcessState;
import dev.capstan.launcher.stack.ProcessStatus;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One line per change, for logs and pipes. */
final class PlainDisplay implements Display {

    private final PrintWriter out;
    private final Clock clock;
    private final Instant begin;
    private final Map<String, ProcessState> shown = new HashMap<>();

    PlainDisplay(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    @Override
    public synchronized void changed(ProcessStatus status) {
        if (status.state() == shown.put(status.name(), status.state())) {
            return;
        }
        String problem = status.problem() == null ? "" : "  " + status.problem();
        line("%-20s %-10s%s".formatted(status.name(), StateWords.of(status.state()), problem));
    }

    @Override
    public synchronized void says(String text) {
        line(Objects.requireNonNull(text));
    }

    private void line(String text) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        out.printf("%7.1f s  %s%n", seconds, text);
        out.flush();
    }
}
