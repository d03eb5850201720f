package dev.capstan.strategy.run.domain;

/** Whether a run goes on. */
public enum RunStatus {
    /** It takes every candle. */
    RUNNING,
    /** A person ended it; what it holds stays. */
    STOPPED,
    /** It ended itself, because going on would have been a guess; what it holds stays. */
    HALTED
}
