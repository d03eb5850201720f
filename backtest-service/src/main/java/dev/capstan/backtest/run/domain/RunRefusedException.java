package dev.capstan.backtest.run.domain;

/** A run cannot be run: what only shows once the candles are read. */
public class RunRefusedException extends RuntimeException {

    private final RunFailure failure;

    public RunRefusedException(RunFailure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public RunFailure failure() {
        return failure;
    }
}
