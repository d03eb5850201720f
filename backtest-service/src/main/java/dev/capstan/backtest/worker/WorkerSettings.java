package dev.capstan.backtest.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are worked off.
 *
 * @param count how many runs this process works on at once; 0 for half the processors, at least one
 * @param lease how long a worker has a run without another word; who is dead for longer loses it
 * @param heartbeat how often a worker lengthens its leases, writes progress, and learns what others decided about its runs
 * @param poll how often a free worker looks for runs that another process queued
 */
@ConfigurationProperties("capstan.backtest.workers")
record WorkerSettings(
        @DefaultValue("0") int count,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration heartbeat,
        @DefaultValue("250ms") Duration poll) {

    private static final String PREFIX = "capstan.backtest.workers.";

    WorkerSettings {
        require("count", count >= 0 && count <= 64, "0 to 64", count);
        require("heartbeat", heartbeat.toMillis() >= 50, "at least 50ms", heartbeat);
        require("lease", lease.compareTo(heartbeat.multipliedBy(3)) >= 0, "at least three heartbeats", lease);
        require("poll", poll.toMillis() >= 10, "at least 10ms", poll);
    }

    private static void require(String name, boolean fits, String expected, Object value) {
        if (!fits) {
            throw new IllegalArgumentException(PREFIX + name + ": expected " + expected + ", got: " + value);
        }
    }

    int countOn(int processors) {
        return count > 0 ? count : Math.max(1, processors / 2);
    }
}
