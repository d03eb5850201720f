package dev.capstan.backtest.worker;

/** A run is not to go on. */
final class RunStoppedException extends RuntimeException {

    RunStoppedException() {
        super("the run was stopped", null, false, false);
    }
}
