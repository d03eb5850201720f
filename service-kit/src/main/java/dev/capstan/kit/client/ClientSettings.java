package dev.capstan.kit.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of calls to other services.
 *
 * @param connectTimeout until the connection stands
 * @param readTimeout until the answer is there
 */
@ConfigurationProperties("capstan.clients")
record ClientSettings(
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("1s") Duration readTimeout) {}
