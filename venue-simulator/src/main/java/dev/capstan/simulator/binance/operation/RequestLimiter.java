package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.AccessErrors;
import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.exchange.state.VenueClock;
import java.util.HashMap;
import java.util.Map;

/** Counts weight, requests and connections per address, and bans who goes on after having been told to stop. */
public final class RequestLimiter {

    private static final long MINUTE = 60_000L;
    private static final long FIVE_MINUTES = 300_000L;

    /** Requests beyond the limit within a minute that are answered with 429; the next one starts a ban. */
    private static final int PATIENCE = 20;

    private static final long SHORTEST_BAN = 120_000L;
    private static final long LONGEST_BAN = 3 * 86_400_000L;

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
        private int connections;
        private int beyond;
        private long banMillis = SHORTEST_BAN;
        private long bannedUntil;
    }

    /**
     * Counts a request.
     *
     * @throws ApiException when there were too many
     */
    public synchronized void request(String address) {
        Usage usage = current(address);
        if (clock.millis() < usage.bannedUntil) {
            throw AccessErrors.banned(usage.bannedUntil);
        }
        usage.requests++;
        if (usage.requests > limits.requestsPerFiveMinutes()) {
            throw beyond(usage, AccessErrors.tooManyRequests(limits.requestsPerFiveMinutes()));
        }
        checkWeight(usage);
    }

    /**
     * Counts weight.
     *
     * @throws ApiException when it is too much
     */
    public synchronized void weigh(String address, int weight) {
        Usage usage = current(address);
        usage.weight += weight;
        checkWeight(usage);
    }

    /** Counts weight of a request that is answered anyhow. */
    synchronized void add(String address, int weight) {
        current(address).weight += weight;
    }

    /**
     * Counts an attempt to open a connection.
     *
     * @throws ApiException when there were too many
     */
    public synchronized void connection(String address) {
        Usage usage = current(address);
        usage.connections++;
        if (usage.connections > limits.connectionsPerFiveMinutes()) {
            throw AccessErrors.tooManyConnections(limits.connectionsPerFiveMinutes());
        }
    }

    /** Bans {@code address} for {@code millis} from now, and says so. */
    synchronized ApiException ban(String address, long millis) {
        Usage usage = current(address);
        usage.bannedUntil = clock.millis() + millis;
        return AccessErrors.banned(usage.bannedUntil);
    }

    /** What a request with too much weight is told. */
    ApiException refusal() {
        return AccessErrors.tooMuchWeight(limits.weightPerMinute());
    }

    /** Weight used in the running minute. */
    public synchronized int used(String address) {
        return current(address).weight;
    }

    /** Seconds until {@code address} may ask again: the end of its ban, or of the running minute. */
    public synchronized long retryAfterSeconds(String address) {
        long ban = current(address).bannedUntil - clock.millis();
        return 1 + (ban > 0 ? ban : MINUTE - Math.floorMod(clock.millis(), MINUTE)) / 1_000L;
    }

    private void checkWeight(Usage usage) {
        if (usage.weight > limits.weightPerMinute()) {
            throw beyond(usage, AccessErrors.tooMuchWeight(limits.weightPerMinute()));
        }
    }

    private ApiException beyond(Usage usage, ApiException refusal) {
        usage.beyond++;
        if (usage.beyond <= PATIENCE) {
            return refusal;
        }
        usage.bannedUntil = clock.millis() + usage.banMillis;
        usage.banMillis = Math.min(LONGEST_BAN, 2 * usage.banMillis);
        usage.beyond = 0;
        return AccessErrors.banned(usage.bannedUntil);
    }

    private Usage current(String address) {
        Usage usage = usages.computeIfAbsent(address, any -> new Usage());
        long now = clock.millis();
        if (usage.minute != now / MINUTE) {
            usage.minute = now / MINUTE;
            usage.weight = 0;
            usage.beyond = 0;
        }
        if (usage.fiveMinutes != now / FIVE_MINUTES) {
            usage.fiveMinutes = now / FIVE_MINUTES;
            usage.requests = 0;
            usage.connections = 0;
        }
        return usage;
    }
}
