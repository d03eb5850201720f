package dev.capstan.kit.outbox;

/** Tells the relay of this process that rows were committed, so that they leave at once and not at the next look. */
@FunctionalInterface
public interface RelaySignal {

    void wake();
}
