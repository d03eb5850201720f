package dev.capstan.launcher.cli;

import dev.capstan.launcher.stack.ProcessState;
import dev.capstan.launcher.stack.ProcessStatus;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table that is drawn over itself while the stack starts; once it is left, changes follow line by line. */
final class TerminalDisplay implements Display {

    private final PrintWriter out;
    private final Clock clock;
    private final Map<String, ProcessStatus> processes = new LinkedHashMap<>();
    private final Map<String, Instant> begins = new LinkedHashMap<>();
    private final PlainDisplay after;
    private String note = "";
    private int drawn;
    private boolean left;

    TerminalDisplay(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.after = new PlainDisplay(out, clock);
    }

    @Override
    public synchronized void changed(ProcessStatus status) {
        if (left) {
            after.changed(status);
            return;
        }
        if (status.state() == ProcessState.STARTING) {
            begins.putIfAbsent(status.name(), status.since());
        }
        processes.put(status.name(), status);
        draw();
    }

    @Override
    public synchronized void says(String line) {
        if (left) {
            after.says(line);
            return;
        }
        note = line;
        draw();
    }

    @Override
    public synchronized void tick() {
        if (!left) {
            draw();
        }
    }

    @Override
    public synchronized void leave() {
        note = "";
        draw();
        left = true;
    }

    private void draw() {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[%dA\u001b[J".formatted(drawn)); // up, and clear to the end
        }
        processes.values().forEach(status -> text.append(line(status)).append('\n'));
        drawn = processes.size();
        if (!note.isEmpty()) {
            text.append("  ").append(note).append('\n');
            drawn++;
        }
        out.print(text);
        out.flush();
    }

    private String line(ProcessStatus status) {
        return "  %s %-20s %-10s %s"
                .formatted(mark(status.state()), status.name(), StateWords.of(status.state()), time(status));
    }

    private String time(ProcessStatus status) {
        Instant begin = begins.get(status.name());
        if (begin == null || status.state() == ProcessState.WAITING) {
            return "";
        }
        Instant end = status.state() == ProcessState.STARTING ? clock.instant() : status.since();
        return "%5.1f s".formatted(Duration.between(begin, end).toMillis() / 1000.0);
    }

    private static String mark(ProcessState state) {
        return switch (state) {
            case READY -> "✓";
            case FAILED -> "✗";
            case STARTING, RESTARTING -> "…";
            case WAITING, STOPPED -> "·";
        };
    }
}
