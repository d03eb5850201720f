package dev.capstan.simulator.flow;

import dev.capstan.contracts.value.Side;

/** What somebody of the flow wants to do next; prices and quantities are whole ticks and lots. */
public sealed interface Intent {

    /** Takes back what is at {@code place} and asks or bids anew: takes what crosses {@code price}, and rests with what is left. */
    record Quote(Side side, int place, long price, long quantity) implements Intent {}

    /** Takes back what is at {@code place}. */
    record Withdraw(Side side, int place) implements Intent {}

    /** Takes whatever is there. */
    record Take(Side side, long quantity) implements Intent {}
}
