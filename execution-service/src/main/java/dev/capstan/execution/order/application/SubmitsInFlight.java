package dev.capstan.execution.order.application;

import dev.capstan.execution.tradingstate.ClaimsInFlight;
import dev.capstan.execution.tradingstate.TradingScope;
import java.time.Clock;
import java.time.Duration;

/** Claims as their rows say. A doubtful one counts while its window may be open: its request may still be on the way. */
public final class SubmitsInFlight implements ClaimsInFlight {

    /** Our reckoning of venue time may be wrong by this much, or nothing is claimed. */
    private static final Duration CLOCK_ERROR = Duration.ofMillis(500);

    /** Replicas write the moment of a claim by their own clocks, and a row in doubt tells no other. */
    private static final Duration REPLICA_SKEW = Duration.ofSeconds(1);

    private final Orders orders;
    private final OrderSettings settings;
    private final Clock clock;

    public SubmitsInFlight(Orders orders, OrderSettings settings, Clock clock) {
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean anyIn(TradingScope scope) {
        return orders.hasSubmitsIn(
                scope, longest(), clock.instant().minus(longest()).minus(REPLICA_SKEW));
    }

    @Override
    public Duration longest() {
        return settings.window().plus(CLOCK_ERROR);
    }
}
