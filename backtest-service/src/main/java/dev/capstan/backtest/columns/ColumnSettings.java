package dev.capstan.backtest.columns;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where candles are kept once they were read.
 *
 * @param folder where columns of candles are kept, which may be deleted at any time; below the folder for temporary files when empty
 * @param maxSize of all files of columns together; those not used for longest go first
 */
@ConfigurationProperties("capstan.backtest.columns")
record ColumnSettings(
        @Nullable String folder, @DefaultValue("2GB") DataSize maxSize) {

    ColumnSettings {
        if (maxSize.toMegabytes() < 1) {
            throw new IllegalArgumentException(
                    "capstan.backtest.columns.max-size: expected at least 1MB, got: " + maxSize);
        }
    }
}
