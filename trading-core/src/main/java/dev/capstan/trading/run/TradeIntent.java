package dev.capstan.trading.run;

import dev.capstan.contracts.value.Side;

/**
 * What a run wants to do from the next open on; prices and quantities in {@link dev.capstan.trading.fixed.Decimal8}.
 *
 * @param number counts the run's intents from 1
 * @param decidedAt market time at which the candle it was decided on was over, in epoch milliseconds
 * @param quantity a multiple of the lot
 * @param stop where the position is given up; of an exit, where it would have been
 * @param target where it has earned enough; 0 for none
 */
public record TradeIntent(
        int number, long decidedAt, Side side, long quantity, long stop, long target, IntentReason reason) {

    /** Whether it opens a position. */
    public boolean isEntry() {
        return side == Side.BUY;
    }
}
