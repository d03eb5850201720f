package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.Times;

/** A user data stream on a connection; its events carry {@code id}. */
public record Subscription(int id, long uid, String apiKey, StreamConnection connection, Times times) {}
