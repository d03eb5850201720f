package dev.capstan.strategy.run.adapter.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are held and looked after.
 *
 * @param lease how long a replica has its runs without another word; one that is dead for longer loses them
 * @param renewal how often it gives that word, and takes runs that nobody has
 * @param poll how often it looks for work that another replica made
 * @param threads how many runs are worked for at once
 */
@ConfigurationProperties("capstan.strategy.leases")
public record LeaseSettings(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("3s") Duration renewal,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("4") int threads) {

    private static final String PREFIX = "capstan.strategy.leases.";

    public LeaseSettings {
        require("renewal", renewal.toMillis() >= 50, "at least 50ms", renewal);
        require("lease", lease.compareTo(renewal.multipliedBy(3)) >= 0, "at least three renewals", lease);
        require("poll", poll.toMillis() >= 10, "at least 10ms", poll);
        require("threads", threads >= 1 && threads <= 8, "1 to 8", threads);
    }

    private static void require(String name, boolean fits, String expected, Object value) {
        if (!fits) {
            throw new IllegalArgumentException(PREFIX + name + ": expected " + expected + ", got: " + value);
        }
    }
}
