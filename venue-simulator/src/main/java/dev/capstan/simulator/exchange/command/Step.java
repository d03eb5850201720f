package dev.capstan.simulator.exchange.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that was made.
 *
 * @param number 1 for the first of the epoch
 * @param ended whether no candle follows
 */
public record Step(long number, boolean ended, List<Walked> instruments) implements StepAnswer {

    /**
     * What it did to one instrument.
     *
     * @param closed when the candle opened that is over now; null where the candles had ended before
     * @param opened when the candle opened that plays now; null where the candles have ended
     * @param price that plays now
     */
    public record Walked(
            String symbol, @Nullable Long closed, @Nullable Long opened, long price) {}
}
