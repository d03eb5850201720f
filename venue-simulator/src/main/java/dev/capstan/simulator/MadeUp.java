package dev.capstan.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The market that is made up where no files are replayed.
 *
 * @param rate how often a second somebody of the flow of an instrument does something, while market seconds last no longer than real ones
 */
public record MadeUp(Kind kind, long seed, int rate) {

    /** How it comes about. */
    public enum Kind {
        /** A book that orders of accounts and of a flow meet in. */
        GENERATED,
        /** Candles that are walked; orders meet the one price that plays. */
        SYNTHETIC;

        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected --market "
                            + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(" or "))
                            + ", got: " + name));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST = 50;
    private static final int FEWEST_A_MINUTE = 60;
    private static final int SECONDS = 60;
    private static final long NORMAL_SPEED = 1_000;

    public MadeUp {
        if (rate < 1 || rate > MOST) {
            throw new IllegalArgumentException("expected a flow rate from 1 to " + MOST + ", got: " + rate);
        }
    }

    static MadeUp usual() {
        return new MadeUp(Kind.GENERATED, 1, 8);
    }

    MadeUp withKind(Kind other) {
        return new MadeUp(other, seed, rate);
    }

    MadeUp withSeed(long other) {
        return new MadeUp(kind, other, rate);
    }

    MadeUp withRate(int other) {
        return new MadeUp(kind, seed, other);
    }

    /** How often a market minute the flow acts at {@code speedMillis}: the faster the market, the less often, down to what still makes candles. */
    int beats(long speedMillis) {
        long perMinute = (long) rate * SECONDS;
        return kind == Kind.SYNTHETIC
                ? 0
                : (int) Math.clamp(perMinute * NORMAL_SPEED / speedMillis, FEWEST_A_MINUTE, perMinute);
    }
}
