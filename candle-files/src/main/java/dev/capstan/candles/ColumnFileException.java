package dev.capstan.candles;

import java.nio.file.Path;

/** A file of columns that is not, or no longer, what was written. */
public final class ColumnFileException extends RuntimeException {

    ColumnFileException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
