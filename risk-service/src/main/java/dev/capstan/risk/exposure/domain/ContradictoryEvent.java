package dev.capstan.risk.exposure.domain;

/** An event whose figures contradict each other or those applied before it: applying it would make exposure wrong. */
public class ContradictoryEvent extends RuntimeException {

    ContradictoryEvent(String context) {
        super("the fills of an order and its snapshot disagree: " + context);
    }
}
