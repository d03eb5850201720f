package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.Times;
import java.util.function.Consumer;

/** Who listens to market streams; compared by identity. */
public final class StreamClient {

    private final Consumer<String> sink;
    private final boolean combined;
    private final Times times;

    /**
     * @param combined whether it wants events wrapped with the name of their stream
     */
    public StreamClient(Consumer<String> sink, boolean combined, Times times) {
        this.sink = sink;
        this.combined = combined;
        this.times = times;
    }

    Times times() {
        return times;
    }

    void send(String stream, String event) {
        sink.accept(combined ? "{\"stream\":\"" + stream + "\",\"data\":" + event + "}" : event);
    }
}
