package dev.capstan.simulator.exchange;

/** How many unfilled orders an account may place. */
public record OrderLimits(int perTenSeconds, int perDay) {

    void check(OrderCount count, long now) {
        OrderUsage usage = count.usage(now);
        if (usage.inTenSeconds() >= perTenSeconds) {
            throw new RefusedException(Refusal.TOO_MANY_ORDERS, perTenSeconds + " orders per 10 SECOND");
        }
        if (usage.inDay() >= perDay) {
            throw new RefusedException(Refusal.TOO_MANY_ORDERS, perDay + " orders per 1 DAY");
        }
    }
}
