package dev.capstan.kit.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of calls to other services.
 *
 * @param connectTimeout how long a connection may take to be made
 * @param readTimeout how long the answer may take
 */
@ConfigurationProperties("capstan.client")
record ClientSettings(
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("1s") Duration readTimeout) {}
