package dev.capstan.execution.venue.adapter.binance.websocket;

import java.time.Duration;

/**
 * All waiting there is in a stream's life.
 *
 * @param life after which a connection is replaced; the venue ends it after 24 hours
 */
record StreamTiming(
        Duration handshake, Duration tick, Duration ping, Duration stale, Duration backoffUnit, Duration life) {

    static final StreamTiming REAL = new StreamTiming(
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofHours(23));
}
