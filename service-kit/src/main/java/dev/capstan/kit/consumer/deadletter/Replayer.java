package dev.capstan.kit.consumer.deadletter;

/** Applies dead letters of one consumer again. */
public interface Replayer {

    String consumerName();

    /**
     * Applies the record in the current transaction, as if it had just come.
     *
     * @throws RuntimeException when it still cannot be applied
     */
    void replay(DeadLetter letter);
}
