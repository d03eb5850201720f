package dev.capstan.kit.consumer.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How consumers of order events work.
 *
 * @param parallelism keys worked on at once
 */
@Validated
@ConfigurationProperties("capstan.streams")
record StreamSettings(
        @DefaultValue("4") @Min(value = 1, message = PARALLELISM) @Max(value = 64, message = PARALLELISM)
        int parallelism) {

    private static final String PARALLELISM = "expected 1 to 64 keys at once";
}
