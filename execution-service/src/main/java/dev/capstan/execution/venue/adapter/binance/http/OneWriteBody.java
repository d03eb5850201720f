package dev.capstan.execution.venue.adapter.binance.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that can be written once in the life of the process, whatever the HTTP client would like to do.
 *
 * <p>The JDK's client repeats a request by itself after an expired connection for GET and HEAD, for every method when {@code
 * jdk.httpclient.enableAllMethodRetry} is set, and for HTTP/2 streams the peer says it did not process. It repeats by subscribing to the
 * body again. Here the second subscription fails, and since all parameters and the signature are in the body, what was written without
 * it places nothing.
 */
final class OneWriteBody implements BodyPublisher {

    private enum State {
        FRESH,
        TAKEN,
        WITHDRAWN
    }

    private final byte[] content;
    private final Runnable onWritten;
    private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);

    /**
     * A body of {@code content}.
     *
     * @param onWritten called when the last byte was handed to the operating system
     */
    OneWriteBody(byte[] content, Runnable onWritten) {
        this.content = content.clone();
        this.onWritten = onWritten;
    }

    /** True when no byte of it left or ever will: decided for good by this call. */
    boolean withdraw() {
        return state.compareAndSet(State.FRESH, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }

    @Override
    public long contentLength() {
        return content.length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (state.compareAndSet(State.FRESH, State.TAKEN)) {
            subscriber.onSubscribe(new Writing(subscriber));
        } else {
            subscriber.onSubscribe(new Refusal());
            subscriber.onError(new IOException("an order is written once"));
        }
    }

    /**
     * The client asks for the next piece when it has taken the one before from the queue, and takes a piece from the queue only when
     * the socket has accepted all earlier bytes. So an empty piece behind the content makes the third request say: it is written.
     */
    private final class Writing implements Subscription {

        private final Subscriber<? super ByteBuffer> subscriber;
        private int requests;

        Writing(Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            for (long i = 0; i < count && requests < 3; i++) {
                step(++requests);
            }
        }

        private void step(int request) {
            switch (request) {
                case 1 -> subscriber.onNext(ByteBuffer.wrap(content).asReadOnlyBuffer());
                case 2 -> subscriber.onNext(ByteBuffer.allocate(0));
                default -> {
                    onWritten.run();
                    subscriber.onComplete();
                }
            }
        }

        @Override
        public void cancel() {
            requests = 3;
        }
    }

    /** A subscription must be given before an error may be. */
    private static final class Refusal implements Subscription {

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
