package dev.capstan.launcher.cli;

import dev.capstan.launcher.step.Step;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows how far the steps are: one line drawn again at a terminal, a line now and then elsewhere, nothing beside JSON. */
final class StepProgress {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final PrintWriter out;
    private final boolean silent;
    private final boolean terminal = Display.isTerminal();
    private long shownNanos = System.nanoTime();

    StepProgress(PrintWriter out, boolean silent) {
        this.out = out;
        this.silent = silent;
    }

    void made(long count, long wanted, Step step) {
        if (silent || (!terminal && System.nanoTime() - shownNanos < EVERY)) {
            return;
        }
        shownNanos = System.nanoTime();
        String line = "step " + step.number() + (wanted == Long.MAX_VALUE ? "" : ", " + count + " of " + wanted);
        if (terminal) {
            out.print("\r" + line + " ");
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** Leaves the line. */
    void end() {
        if (!silent && terminal) {
            out.println();
        }
    }
}
