package dev.capstan.execution.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private static final Duration QUICK = Duration.ofMillis(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean finds = new AtomicBoolean();
    private final BackgroundLoop loop =
            new BackgroundLoop("test", QUICK, 0, new Calm(3, Duration.ofHours(1)), this::round);

    @AfterEach
    void stop() {
        loop.stop();
    }

    private boolean round() {
        rounds.incrementAndGet();
        return finds.get();
    }

    @Test
    void slowsDownAfterRoundsForNothing() {
        loop.start();

        await().until(() -> rounds.get() >= 4);
        await().during(Duration.ofMillis(100)).until(() -> rounds.get() == 4);
    }

    @Test
    void wakesAtOnceAndTakesItsPaceAgainWhenSignaled() {
        loop.start();
        await().until(() -> rounds.get() >= 4);

        loop.signal();

        await().until(() -> rounds.get() >= 8);
        assertThat(rounds).hasValueGreaterThanOrEqualTo(8);
    }

    @Test
    void keepsItsPaceWhileItFinds() {
        finds.set(true);
        loop.start();

        await().until(() -> rounds.get() > 50);
        assertThat(loop.isRunning()).isTrue();
    }
}
