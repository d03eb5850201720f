package dev.capstan.backtest.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where results are kept.
 *
 * @param folder where results are kept, the same for all replicas: the object evidence/backtest/id.json is a file of that name in it
 */
@ConfigurationProperties("capstan.backtest.object-store")
record ObjectStoreSettings(@Nullable String folder) {

    ObjectStoreSettings {
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("capstan.backtest.object-store.folder: expected a folder that survives"
                    + " this process (environment CAPSTAN_OBJECT_STORE_DIR)");
        }
    }
}
