package dev.capstan.strategy.run.domain;

/** What the relay has to do for a run now. */
public sealed interface Errand {

    /** Nothing, or not yet. */
    record None() implements Errand {}

    /** To call execution; the attempt is marked as sent before the call. */
    record Send(Attempt attempt) implements Errand {}

    /** To ask whether execution has the order, because it may not be sent any more and no answer to an earlier call is known. */
    record Ask(Attempt attempt) implements Errand {}
}
