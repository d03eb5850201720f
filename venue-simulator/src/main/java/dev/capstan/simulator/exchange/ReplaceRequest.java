package dev.capstan.simulator.exchange;

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
        boolean cancelWhenTooMany) {}
