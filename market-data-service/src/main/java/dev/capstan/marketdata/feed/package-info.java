/**
 * The feed of one venue: held by one replica at a time ({@link dev.capstan.marketdata.feed.FeedLease}), kept connected by {@link
 * dev.capstan.marketdata.feed.FeedRunner}, published by {@link dev.capstan.marketdata.feed.MarketPublisher}, observed by {@link
 * dev.capstan.marketdata.feed.FeedMonitor}.
 *
 * <p>Ticks are marks, not facts: nothing waits for them, and under pressure the oldest of an instrument is dropped. Closed candles go to
 * {@code intake}, which stores all of them.
 */
@NullMarked
package dev.capstan.marketdata.feed;

import org.jspecify.annotations.NullMarked;
