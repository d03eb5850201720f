package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the combined stream, from its opening to its end. Pings are answered by the JDK itself, with the payload copied as
 * the venue asks.
 */
public final class BinanceStream implements WebSocket.Listener, AutoCloseable {

    /** The venue's limit of streams on one connection. */
    public static final int MOST_STREAMS = 1024;

    public static final String TIMEFRAME = "1m";

    private static final Duration OPENING_LIMIT = Duration.ofSeconds(10);
    private static final int LARGEST_FRAME = 1 << 20;

    private final Consumer<StreamMessage> onMessage;
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final StringBuilder frame = new StringBuilder();
    private volatile @Nullable WebSocket socket;

    private BinanceStream(Consumer<StreamMessage> onMessage) {
        this.onMessage = onMessage;
    }

    /**
     * Opens the connection; {@code onMessage} is called on one thread at a time and must not block.
     *
     * @throws VenueUnavailableException when no connection stands in time
     */
    public static BinanceStream open(
            HttpClient http, URI baseUrl, Collection<InstrumentId> instruments, Consumer<StreamMessage> onMessage)
            throws InterruptedException {
        BinanceStream stream = new BinanceStream(onMessage);
        try {
            stream.socket = http.newWebSocketBuilder()
                    .buildAsync(address(baseUrl, instruments), stream)
                    .get(OPENING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return stream;
        } catch (ExecutionException e) {
            throw new VenueUnavailableException("cannot connect to the streams: " + e.getCause(), e);
        } catch (TimeoutException e) {
            stream.close();
            throw new VenueUnavailableException("cannot connect to the streams within " + OPENING_LIMIT, e);
        }
    }

    static URI address(URI baseUrl, Collection<InstrumentId> instruments) {
        String streams = instruments.stream()
                .map(instrument -> instrument.symbol().toLowerCase(Locale.ROOT))
                .map(symbol -> symbol + "@trade/" + symbol + "@kline_" + TIMEFRAME)
                .collect(Collectors.joining("/"));
        return baseUrl.resolve("/stream?streams=" + streams);
    }

    /** The reason when the connection is over, whoever ended it; empty when it still stands after {@code limit}. */
    public Optional<String> awaitEnd(Duration limit) throws InterruptedException {
        over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.ofNullable(end.get());
    }

    private void end(String reason) {
        end.compareAndSet(null, reason);
        over.countDown();
    }

    /** A connection that stands only after we gave up on it is of no use. */
    @Override
    public void onOpen(WebSocket webSocket) {
        if (over.getCount() == 0) {
            webSocket.abort();
        } else {
            webSocket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
        if (frame.length() + part.length() > LARGEST_FRAME) {
            end("a frame of more than " + LARGEST_FRAME + " characters");
            webSocket.abort();
            return null;
        }
        frame.append(part);
        if (last) {
            String whole = frame.toString();
            frame.setLength(0);
            take(StreamMessages.parse(whole));
        }
        webSocket.request(1);
        return null;
    }

    private void take(StreamMessage message) {
        onMessage.accept(message);
        if (message instanceof StreamMessage.ServerShutdown) {
            end("the venue announced its shutdown");
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        end("closed by the venue: " + statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end("broken: " + error);
    }

    /** Ends the connection at once: whoever closes it has stopped listening, so there is nothing to wait for. */
    @Override
    public void close() {
        end("closed by us");
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
