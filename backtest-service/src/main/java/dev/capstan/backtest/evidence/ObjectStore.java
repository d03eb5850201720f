package dev.capstan.backtest.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Objects by key, e.g. {@code evidence/backtest/<id>.json}. */
public interface ObjectStore {

    /** Writes an object's bytes. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Stores an object whole or not at all; one of the same key is replaced.
     *
     * @throws java.io.UncheckedIOException when it cannot be kept
     */
    void put(String key, Content content);

    /** The object's bytes, for the caller to close. */
    Optional<InputStream> open(String key);
}
