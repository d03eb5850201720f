package dev.capstan.execution.account.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key of venue keys is.
 *
 * @param secretsDir folder with one file per secret
 */
@ConfigurationProperties("capstan")
record VenueKeySettings(Path secretsDir) {

    VenueKeySettings(@Nullable Path secretsDir) {
        if (secretsDir == null) {
            throw new IllegalArgumentException("capstan.secrets-dir (CAPSTAN_SECRETS_DIR) is not set");
        }
        this.secretsDir = secretsDir;
    }
}
