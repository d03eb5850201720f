package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.kit.jdbc.Transactions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Halts and re-arms. The halt is committed first: it waited for claims that were being committed, and none comes after it. Then those in
 * flight are waited for until they are answered or too old for the venue, so that the answer means "the venue gets no new order".
 */
public final class SetTradingState {

    private static final Logger log = LoggerFactory.getLogger(SetTradingState.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final TradingStates states;
    private final Transactions transactions;
    private final ClaimsInFlight claims;
    private final OpenOrders openOrders;

    SetTradingState(TradingStates states, Transactions transactions, ClaimsInFlight claims, OpenOrders openOrders) {
        this.states = states;
        this.transactions = transactions;
        this.claims = claims;
        this.openOrders = openOrders;
    }

    public TradingStateEvent halt(
            TradingScope scope, String changedBy, @Nullable String reason, boolean cancelOpenOrders)
            throws InterruptedException {
        long begin = System.nanoTime();
        TradingStateEvent halted =
                transactions.call(() -> states.halt(scope, TradingStateCause.PERSON, changedBy, reason));
        long committed = System.nanoTime();
        if (cancelOpenOrders) {
            openOrders.cancelIn(scope);
        }
        awaitClaims(scope);
        log.info(
                "{} is halted: in force after {} ms, submits in flight waited for during {} ms",
                scope.key(),
                TimeUnit.NANOSECONDS.toMillis(committed - begin),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committed));
        return halted;
    }

    public TradingStateEvent reArm(TradingScope scope, String changedBy, @Nullable String reason) {
        return transactions.call(() -> states.reArm(scope, changedBy, reason));
    }

    private void awaitClaims(TradingScope scope) throws InterruptedException {
        long end = System.nanoTime() + claims.longest().toNanos();
        while (claims.anyIn(scope) && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
        }
    }
}
