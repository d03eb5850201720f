package dev.capstan.simulator.binance.stream;

/** A connection that events go out on; compared by identity. */
public interface StreamConnection {

    /** Sends {@code message} after all that was given before. */
    void send(String message);

    /** Cuts it without a word. */
    void disconnect();
}
