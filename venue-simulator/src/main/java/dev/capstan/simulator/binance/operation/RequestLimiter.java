package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.exchange.VenueClock;
import java.util.HashMap;
import java.util.Map;

/** Counts weight and requests per address. */
public final class RequestLimiter {

    private static final long MINUTE = 60_000L;
    private static final long FIVE_MINUTES = 300_000L;

    private final RateLimits limits;
    private final VenueClock clock;
    private final Map<String, Usage> usages = new HashMap<>();

    public RequestLimiter(RateLimits limits, VenueClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private static final class Usage {
        private long minute;
        private long fiveMinutes;
        private int weight;
        private int requests;
    }

    /**
     * Counts a request.
     *
     * @throws dev.capstan.simulator.binance.protocol.ApiException when there were too many
     */
    public synchronized void request(String address) {
        Usage usage = current(address);
        usage.requests++;
        if (usage.requests > limits.requestsPerFiveMinutes()) {
            throw ApiErrors.tooManyRequests(limits.requestsPerFiveMinutes());
        }
        if (usage.weight > limits.weightPerMinute()) {
            throw ApiErrors.tooMuchWeight(limits.weightPerMinute());
        }
    }

    /**
     * Counts weight.
     *
     * @throws dev.capstan.simulator.binance.protocol.ApiException when it is too much
     */
    public synchronized void weigh(String address, int weight) {
        Usage usage = current(address);
        usage.weight += weight;
        if (usage.weight > limits.weightPerMinute()) {
            throw ApiErrors.tooMuchWeight(limits.weightPerMinute());
        }
    }

    /** Counts weight of a request that is answered anyhow. */
    synchronized void add(String address, int weight) {
        current(address).weight += weight;
    }

    /** Weight used in the running minute. */
    public synchronized int used(String address) {
        return current(address).weight;
    }

    /** Seconds until the running minute is over. */
    public long retryAfterSeconds() {
        return 1 + (MINUTE - Math.floorMod(clock.millis(), MINUTE)) / 1_000L;
    }

    private Usage current(String address) {
        Usage usage = usages.computeIfAbsent(address, any -> new Usage());
        long now = clock.millis();
        if (usage.minute != now / MINUTE) {
            usage.minute = now / MINUTE;
            usage.weight = 0;
        }
        if (usage.fiveMinutes != now / FIVE_MINUTES) {
            usage.fiveMinutes = now / FIVE_MINUTES;
            usage.requests = 0;
        }
        return usage;
    }
}
