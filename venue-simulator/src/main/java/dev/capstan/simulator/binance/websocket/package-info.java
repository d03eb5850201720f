/**
 * The venue's WebSocket addresses: the WebSocket API with its user data streams, and the market streams.
 */
@NullMarked
package dev.capstan.simulator.binance.websocket;

import org.jspecify.annotations.NullMarked;
