package dev.capstan.execution.reconciliation.config;

import dev.capstan.execution.reconciliation.application.ReconciliationLoop.Pace;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When accounts are compared with their venue.
 *
 * @param regular between runs when all is well
 * @param whileBusy after a run in which something moved
 * @param afterFailure after a run that was not complete
 */
@ConfigurationProperties("capstan.reconciliation")
record ReconciliationSettings(
        @DefaultValue("60s") Duration regular,
        @DefaultValue("20s") Duration whileBusy,
        @DefaultValue("3s") Duration afterFailure) {

    private static final Duration AT_LEAST = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(3);

    ReconciliationSettings {
        check("regular", regular);
        check("while-busy", whileBusy);
        check("after-failure", afterFailure);
    }

    private static void check(String name, Duration value) {
        if (value.compareTo(AT_LEAST) < 0 || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "capstan.reconciliation." + name + " must be from 250ms to 1h, got: " + value);
        }
    }

    Pace pace() {
        return new Pace(regular, whileBusy, afterFailure, AT_LEAST, LOOK);
    }
}
