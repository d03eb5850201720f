package dev.capstan.marketdata.feed;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.binance.BinanceStream;
import dev.capstan.marketdata.binance.StreamMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One connection to the venue's streams, watched until it ends, falls silent, or may no longer be ours. */
final class FeedSession {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final HttpClient http;
    private final URI streamUrl;
    private final Duration silenceLimit;
    private final Consumer<StreamMessage> onMessage;
    private volatile long lastFrameNanos;
    private volatile boolean broughtData;

    FeedSession(HttpClient http, URI streamUrl, Duration silenceLimit, Consumer<StreamMessage> onMessage) {
        this.http = http;
        this.streamUrl = streamUrl;
        this.silenceLimit = silenceLimit;
        this.onMessage = onMessage;
    }

    /**
     * Opens the connection and returns why it is over.
     *
     * @param onOpen called when the connection stands
     * @param mayGoOn asked again and again; the session ends when it says no
     */
    String run(List<InstrumentId> instruments, Runnable onOpen, BooleanSupplier mayGoOn) throws InterruptedException {
        try (BinanceStream stream = BinanceStream.open(http, streamUrl, instruments, this::take)) {
            lastFrameNanos = System.nanoTime();
            onOpen.run();
            return watch(stream, mayGoOn);
        }
    }

    /** Whether any message came, so that the venue is known to be well. */
    boolean broughtData() {
        return broughtData;
    }

    private void take(StreamMessage message) {
        lastFrameNanos = System.nanoTime();
        broughtData = true;
        onMessage.accept(message);
    }

    private String watch(BinanceStream stream, BooleanSupplier mayGoOn) throws InterruptedException {
        while (mayGoOn.getAsBoolean()) {
            if (System.nanoTime() - lastFrameNanos > silenceLimit.toNanos()) {
                return "silent for " + silenceLimit;
            }
            Optional<String> end = stream.awaitEnd(LOOK);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return "no longer ours to feed";
    }
}
