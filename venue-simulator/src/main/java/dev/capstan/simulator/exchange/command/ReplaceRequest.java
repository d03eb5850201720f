package dev.capstan.simulator.exchange.command;

import dev.capstan.simulator.exchange.order.CancelRestriction;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderRequest;
import java.util.Optional;

/**
 * An order to cancel and one to place in its stead.
 *
 * @param stopOnFailure whether nothing is to be placed when nothing could be canceled
 * @param cancelWhenTooMany whether to cancel nevertheless when the account has placed too many orders to place another one
 */
public record ReplaceRequest(
        OrderKey canceled,
        CancelRestriction restriction,
        String cancelId,
        OrderRequest placed,
        boolean stopOnFailure,
        boolean cancelWhenTooMany) {

    /** The refusal by {@code check} that leaves the cancel standing; any other one is thrown. */
    public Optional<RefusedException> tooMany(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.TOO_MANY_ORDERS && cancelWhenTooMany) {
                return Optional.of(refused);
            }
            throw refused;
        }
    }
}
