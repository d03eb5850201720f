package dev.capstan.launcher.backtest;

import dev.capstan.trading.engine.BacktestProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** Shows at a terminal how far a backtest has come, in one line that is drawn again and gone at the end. */
final class ProgressBar implements BacktestProgress {

    private static final int WIDTH = 40;
    private static final long REDRAW_MILLIS = 50;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final Clock clock;
    private final int candles;
    private long drawnAt;

    ProgressBar(PrintWriter out, Clock clock, int candles) {
        this.out = out;
        this.clock = clock;
        this.candles = candles;
    }

    @Override
    public boolean reached(int seen, int orders) {
        long now = clock.millis();
        if (seen >= candles) {
            out.print(CLEAR);
            out.flush();
        } else if (now - drawnAt >= REDRAW_MILLIS) {
            drawnAt = now;
            draw(seen);
        }
        return true;
    }

    private void draw(int seen) {
        int filled = (int) ((long) WIDTH * seen / candles);
        out.printf(
                Locale.ROOT,
                "%s%s%s %3d %%  %,d of %,d candles",
                CLEAR,
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                100L * seen / candles,
                seen,
                candles);
        out.flush();
    }
}
