package dev.capstan.gateway.forwarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls are on their way to services.
 *
 * @param calls at once; more wait for a place
 * @param waits the same for reads that a service holds open on purpose
 * @param patience how long a call waits for its place before it is refused
 */
@ConfigurationProperties("capstan.gateway.places")
public record PlaceSettings(
        @DefaultValue("256") int calls,
        @DefaultValue("256") int waits,
        @DefaultValue("2s") Duration patience) {

    public PlaceSettings {
        require("calls", calls > 0, calls);
        require("waits", waits > 0, waits);
        require("patience", !patience.isNegative(), patience);
    }

    private static void require(String name, boolean ok, Object value) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "capstan.gateway.places." + name + ": expected more than 0, got: " + value);
        }
    }
}
