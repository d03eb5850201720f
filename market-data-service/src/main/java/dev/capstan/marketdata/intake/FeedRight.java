package dev.capstan.marketdata.intake;

/** The right of one replica to feed. */
@FunctionalInterface
public interface FeedRight {

    /** Whether it is ours at this moment. */
    boolean isHeld();
}
