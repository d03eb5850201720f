package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.command.RequestWindow;
import org.jspecify.annotations.Nullable;

/**
 * One request, whichever way it came.
 *
 * @param halfOnly whether an order is to get half of what it could take at once
 * @param signedBy the account whose signature was checked; absent for public data
 */
public record Call(
        Parameters parameters, @Nullable Account signedBy, RequestWindow window, Times times, boolean halfOnly) {

    public Call(Parameters parameters, @Nullable Account signedBy, RequestWindow window, Times times) {
        this(parameters, signedBy, window, times, false);
    }

    /** The same request, to be executed within {@code other}. */
    Call within(RequestWindow other) {
        return new Call(parameters, signedBy, other, times, halfOnly);
    }

    /** The same request, whose order is to get half of what it could take. */
    Call halved() {
        return new Call(parameters, signedBy, window, times, true);
    }

    /** The account of a signed request. */
    public Account account() {
        if (signedBy == null) {
            throw new IllegalStateException("expected a signed request");
        }
        return signedBy;
    }

    OrderJson orders() {
        return new OrderJson(times);
    }
}
