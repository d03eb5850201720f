package dev.capstan.simulator.exchange.placing;

import dev.capstan.simulator.exchange.account.OrderCount;
import dev.capstan.simulator.exchange.account.OrderUsage;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;

/** How many unfilled orders an account may place. */
public record OrderLimits(int perTenSeconds, int perDay) {

    /** Refuses {@code more} orders when they would be too many. */
    void check(OrderCount count, int more, long now) {
        OrderUsage usage = count.usage(now);
        if (usage.inTenSeconds() + more > perTenSeconds) {
            throw new RefusedException(Refusal.TOO_MANY_ORDERS, perTenSeconds + " orders per 10 SECOND");
        }
        if (usage.inDay() + more > perDay) {
            throw new RefusedException(Refusal.TOO_MANY_ORDERS, perDay + " orders per 1 DAY");
        }
    }
}
