package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.OrderJson;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.Account;
import dev.capstan.simulator.exchange.RequestWindow;
import org.jspecify.annotations.Nullable;

/**
 * One request, whichever way it came.
 *
 * @param signedBy the account whose signature was checked; absent for public data
 */
public record Call(Parameters parameters, @Nullable Account signedBy, RequestWindow window, Times times) {

    /** The account of a signed request. */
    Account account() {
        if (signedBy == null) {
            throw new IllegalStateException("expected a signed request");
        }
        return signedBy;
    }

    OrderJson orders() {
        return new OrderJson(times);
    }
}
