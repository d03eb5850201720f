package dev.capstan.simulator.binance.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UserStreamsTest {

    private static final Account ACCOUNT = new Account(7, "key", "secret");

    private final UserStreams streams = new UserStreams(new Faults());
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final StreamConnection connection = new StreamConnection() {
        @Override
        public void send(String message) {
            sent.add(message.contains("balanceUpdate") ? "event" : message);
        }

        @Override
        public void disconnect() {
            throw new AssertionError("nobody is to be cut");
        }
    };

    /** Seen where the thread that answered was held up before it listened: an order's reports were gone. */
    @Test
    void missesNothingFromItsAnswerOnAndSendsItAfterTheAnswer() throws Exception {
        AtomicReference<Thread> other = new AtomicReference<>();

        streams.subscribe(connection, ACCOUNT, Times.MILLISECOND, opened -> {
            connection.send("answer " + opened.id());
            other.set(Thread.ofVirtual().start(() -> streams.transfer(ACCOUNT.uid(), "USDT", 1, 1)));
            leaveTimeTo(other.get());
        });

        assertThat(other.get().join(Duration.ofSeconds(5))).isTrue();
        assertThat(sent).containsExactly("answer 0", "event");
    }

    private static void leaveTimeTo(Thread thread) {
        try {
            thread.join(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
