package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.RunSpec;
import java.util.Optional;

/** Something that must hold when a run starts. */
public interface Precondition {

    /**
     * A precondition that does not hold.
     *
     * @param what is the matter, for people
     * @param remedy what the person who wants to start can do
     */
    record Failed(PreconditionCode code, String what, String remedy) {}

    /** Empty when it holds. One that cannot be found out does not hold. */
    Optional<Failed> check(RunSpec spec);
}
