package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OneWriteBodyTest {

    private final AtomicInteger written = new AtomicInteger();
    private final OneWriteBody body =
            new OneWriteBody("symbol=BTCUSDT".getBytes(StandardCharsets.UTF_8), written::incrementAndGet);

    @Test
    void givesItsContentToTheFirstWhoAsks() {
        Client client = subscribe();
        client.askUntilDone();

        assertThat(client.received()).isEqualTo("symbol=BTCUSDT");
        assertThat(client.completed).isTrue();
        assertThat(body.contentLength()).isEqualTo(14);
    }

    @Test
    void givesNothingToTheSecond() {
        subscribe().askUntilDone();
        Client second = subscribe();
        second.askUntilDone();

        assertThat(second.received()).isEmpty();
        assertThat(second.failure).hasMessage("an order is written once");
    }

    @Test
    void givesNothingAfterItWasWithdrawn() {
        assertThat(body.withdraw()).isTrue();
        Client late = subscribe();
        late.askUntilDone();

        assertThat(late.received()).isEmpty();
        assertThat(late.failure).isNotNull();
        assertThat(body.withdraw()).isTrue();
    }

    @Test
    void cannotBeWithdrawnOnceSomebodyHasIt() {
        subscribe();

        assertThat(body.withdraw()).isFalse();
    }

    @Test
    void saysThatItIsWrittenWhenItIsAskedForWhatFollowsTheContent() {
        Client client = subscribe();
        client.ask();
        assertThat(written).hasValue(0);
        client.ask();
        assertThat(written).hasValue(0);
        client.ask();
        assertThat(written).hasValue(1);
    }

    private Client subscribe() {
        Client client = new Client();
        body.subscribe(client);
        return client;
    }

    /** Asks for one piece at a time, as the JDK's client does. */
    private static final class Client implements Subscriber<ByteBuffer> {

        private final List<String> pieces = new ArrayList<>();
        private @Nullable Subscription subscription;
        private @Nullable Throwable failure;
        private boolean completed;

        void ask() {
            if (subscription != null) {
                subscription.request(1);
            }
        }

        void askUntilDone() {
            for (int i = 0; i < 5; i++) {
                ask();
            }
        }

        String received() {
            return String.join("", pieces);
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer piece) {
            pieces.add(StandardCharsets.UTF_8.decode(piece).toString());
        }

        @Override
        public void onError(Throwable cause) {
            failure = cause;
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
