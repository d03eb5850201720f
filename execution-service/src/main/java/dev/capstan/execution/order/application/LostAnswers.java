package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Finds claims of our own sessions whose answer was never stored: the process lives, but its thread failed between the claim and the
 * answer, or the commit of the claim itself was never confirmed. They are in doubt.
 */
public final class LostAnswers {

    private static final Duration AFTER_WINDOW = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final Orders orders;
    private final SendOrder sender;
    private final StoreSubmitAnswer answers;
    private final OrderSettings settings;
    private final Clock clock;

    public LostAnswers(
            Sessions sessions,
            Orders orders,
            SendOrder sender,
            StoreSubmitAnswer answers,
            OrderSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.orders = orders;
        this.sender = sender;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    public void round() {
        List<AccountId> accounts =
                sessions.allOwned().stream().map(SessionOwnership::accountId).toList();
        if (accounts.isEmpty()) {
            return;
        }
        Duration age = settings.window().plus(AFTER_WINDOW);
        for (Order order : orders.unansweredClaims(accounts, clock.instant().minus(age))) {
            if (!sender.isInFlight(order.id())) {
                answers.putInDoubt(order, "the answer was never stored");
            }
        }
    }
}
