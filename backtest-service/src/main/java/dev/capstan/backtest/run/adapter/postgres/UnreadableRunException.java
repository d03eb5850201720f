package dev.capstan.backtest.run.adapter.postgres;

import java.util.UUID;

/** A row that this version cannot make a run of. */
final class UnreadableRunException extends RuntimeException {

    private final UUID id;

    UnreadableRunException(UUID id, RuntimeException cause) {
        super("run " + id + " cannot be read", cause);
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
