package dev.capstan.simulator.market;

/**
 * A place in the market's play.
 *
 * @param cycle how often the whole market has started again
 * @param index of the candle in its series
 * @param within market milliseconds since the candle opened
 * @param ended whether the last candle is over and nothing follows
 */
public record Position(long cycle, long index, long within, boolean ended) {}
