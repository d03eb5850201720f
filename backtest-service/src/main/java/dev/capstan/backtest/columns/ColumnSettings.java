package dev.capstan.backtest.columns;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where candles are kept once they were read.
 *
 * @param folder for files of columns; all of it may be deleted at any time. Empty for one below the process's folder for temporary files
 * @param maxSize of all files together; those not used for longest go first
 */
@ConfigurationProperties("capstan.backtest.columns")
record ColumnSettings(@Nullable String folder, @DefaultValue("2GB") DataSize maxSize) {

    ColumnSettings {
        if (maxSize.toMegabytes() < 1) {
            throw new IllegalArgumentException(
                    "capstan.backtest.columns.max-size: expected at least 1MB, got: " + maxSize);
        }
    }
}
