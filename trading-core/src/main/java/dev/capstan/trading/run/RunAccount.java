package dev.capstan.trading.run;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/** The run's own cash and holding, as its fills left them: what else is on the account is not its business. */
final class RunAccount {

    private long cash;
    private long holding;

    RunAccount(long capital) {
        cash = capital;
    }

    /** In the quote asset. */
    long cash() {
        return cash;
    }

    /** In the base asset, net of commissions; below a lot it is dust. */
    long holding() {
        return holding;
    }

    /**
     * Books a fill.
     *
     * @param amount what {@code quantity} is worth at its price
     * @param baseCommission what was charged in the base asset
     * @param quoteCommission what was charged in the quote asset
     */
    void book(long amount, Side side, long quantity, long baseCommission, long quoteCommission) {
        long direction = side == Side.BUY ? 1 : -1;
        holding = Math.addExact(holding, direction * quantity - baseCommission);
        cash = Math.subtractExact(cash, direction * amount + quoteCommission);
    }

    void save(StateWriter state) {
        state.whole("run.cash", cash);
        state.whole("run.holding", holding);
    }

    void restore(StateReader state) {
        cash = state.whole("run.cash");
        holding = state.whole("run.holding");
    }
}
