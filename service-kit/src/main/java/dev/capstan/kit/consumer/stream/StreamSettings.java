package dev.capstan.kit.consumer.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How consumers of order events work.
 *
 * @param parallelism keys worked on at once
 * @param staleAfter how long a key may be behind before its figures count as stale
 */
@Validated
@ConfigurationProperties("capstan.streams")
record StreamSettings(
        @DefaultValue("4") @Min(value = 1, message = PARALLELISM) @Max(value = 64, message = PARALLELISM)
        int parallelism,

        @DefaultValue("10s") Duration staleAfter) {

    private static final String PARALLELISM = "expected 1 to 64 keys at once";
}
