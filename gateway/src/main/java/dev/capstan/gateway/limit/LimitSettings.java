package dev.capstan.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls a minute.
 *
 * @param profile {@code raised-limits} multiplies all of them, for load tests
 * @param readsPerUser GET calls of one user
 * @param readsPerAddress GET calls from one address
 * @param writesPerUser calls of one user that change something
 * @param writesPerAddress calls from one address that change something
 * @param strategyPerUser of one user to {@code /api/strategy/*}, reads and writes together
 * @param strategyPerAddress of {@code /api/strategy/*}, reads and writes together
 * @param withoutTokenPerAddress of open paths, and apart from them of calls that are answered 401
 */
@ConfigurationProperties("capstan.gateway.limits")
record LimitSettings(
        @DefaultValue("standard") Profile profile,
        @DefaultValue("1200") int readsPerUser,
        @DefaultValue("6000") int readsPerAddress,
        @DefaultValue("600") int writesPerUser,
        @DefaultValue("3000") int writesPerAddress,
        @DefaultValue("60") int strategyPerUser,
        @DefaultValue("10") int strategyPerAddress,
        @DefaultValue("300") int withoutTokenPerAddress) {

    private static final int MOST = 1_000_000;
    private static final int RAISED = 1_000;

    /** How the figures are to be read. */
    enum Profile {
        STANDARD,
        RAISED_LIMITS
    }

    LimitSettings {
        requireSense("reads-per-user", readsPerUser);
        requireSense("reads-per-address", readsPerAddress);
        requireSense("writes-per-user", writesPerUser);
        requireSense("writes-per-address", writesPerAddress);
        requireSense("strategy-per-user", strategyPerUser);
        requireSense("strategy-per-address", strategyPerAddress);
        requireSense("without-token-per-address", withoutTokenPerAddress);
    }

    long perUser(RouteGroup group) {
        return raised(
                switch (group) {
                    case READS -> readsPerUser;
                    case WRITES -> writesPerUser;
                    case STRATEGY -> strategyPerUser;
                    case OPEN, REFUSED -> withoutTokenPerAddress;
                });
    }

    long perAddress(RouteGroup group) {
        return raised(
                switch (group) {
                    case READS -> readsPerAddress;
                    case WRITES -> writesPerAddress;
                    case STRATEGY -> strategyPerAddress;
                    case OPEN, REFUSED -> withoutTokenPerAddress;
                });
    }

    private long raised(long calls) {
        return profile == Profile.RAISED_LIMITS ? calls * RAISED : calls;
    }

    private static void requireSense(String name, int calls) {
        if (calls < 1 || calls > MOST) {
            throw new IllegalArgumentException(
                    "capstan.gateway.limits." + name + ": expected 1 to " + MOST + " calls a minute, got: " + calls);
        }
    }
}
