package dev.capstan.strategy.run.adapter.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.strategy.run.domain.RunId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestingRunsTest {

    private static final RunId ONE = new RunId(new UUID(0, 1));
    private static final RunId TWO = new RunId(new UUID(0, 2));

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final RestingRuns resting = new RestingRuns(nanos::get);

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void restLongerEachTimeAndHoldUpNoOther() {
        resting.rests(ONE);
        assertThat(resting.isResting(ONE)).isTrue();
        assertThat(resting.isResting(TWO)).isFalse();
        passes(Duration.ofMillis(500));
        assertThat(resting.isResting(ONE)).isFalse();
        resting.rests(ONE);
        passes(Duration.ofMillis(999));
        assertThat(resting.isResting(ONE)).isTrue();
    }

    @Test
    void restAtMostSoLongAndNoLongerOnceItWentWell() {
        for (int time = 0; time < 20; time++) {
            resting.rests(ONE);
        }
        passes(Duration.ofSeconds(5));
        assertThat(resting.isResting(ONE)).isFalse();
        resting.rests(ONE);
        resting.wentWell(ONE);
        assertThat(resting.isResting(ONE)).isFalse();
        resting.waits(ONE);
        assertThat(resting.isResting(ONE)).isTrue();
        passes(Duration.ofMillis(500));
        assertThat(resting.isResting(ONE)).isFalse();
    }
}
