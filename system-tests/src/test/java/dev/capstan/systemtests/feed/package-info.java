/**
 * What the market says, from the venue to whoever consumes it: {@link dev.capstan.systemtests.feed.TicksScenario} with more ticks than
 * a market of four instruments makes, {@link dev.capstan.systemtests.feed.CandlesScenario} with a feed that is cut, silenced and killed.
 *
 * <p>Example: the venue takes no connection for over a minute, so that a candle closes unseen; afterwards the candle is in the store,
 * with the venue's own figures.
 */
@NullMarked
package dev.capstan.systemtests.feed;

import org.jspecify.annotations.NullMarked;
