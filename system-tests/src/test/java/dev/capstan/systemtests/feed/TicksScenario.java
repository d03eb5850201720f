package dev.capstan.systemtests.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More ticks than the market makes by itself: they arrive soon, and nothing is left of them. */
@OnAQuietMachine
class TicksScenario {

    private static final int FLOOD = 1_000;
    private static final int FLOODS = Capstan.full() ? 30 : 8;

    /** Less than the smallest tick takes: two ids, two numbers and two times. */
    private static final long LEAST_OF_A_TICK = 200;

    private static final int PER_SECOND = 100;
    private static final Duration LENGTH = Duration.ofSeconds(Capstan.full() ? 60 : 8);

    private static final Duration SOON = Duration.ofMillis(50);

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final Capstan capstan = Capstan.shared();
    private final Feeder feeder = new Feeder(capstan);

    @BeforeEach
    void awaitWhole() {
        capstan.awaitWhole(Duration.ofMinutes(2));
    }

    @Test
    void aThousandAtOnceLeaveNothingBehind() throws Exception {
        try (Prints prints = new Prints(capstan.venue())) {
            // The first ones make what is kept for good: code, buffers, figures.
            flood(prints);
            flood(prints);
            long before = feeder.heapInUse();
            long dropped = feeder.dropped();
            for (int flood = 0; flood < FLOODS; flood++) {
                flood(prints);
            }
            long growth = feeder.heapInUse() - before;
            System.out.printf(
                    "ticks: %d floods of %d, heap of the feed %d KB before and %+d KB after, %d given up for newer ones%n",
                    FLOODS, FLOOD, before / 1024, growth / 1024, feeder.dropped() - dropped);
            assertThat(growth).as("growth of the heap").isLessThan(LEAST_OF_A_TICK * FLOODS * FLOOD);
        }
    }

    private void flood(Prints prints) throws Exception {
        long before = feeder.ticks();
        prints.atOnce(FLOOD);
        await("the flood to reach the feed").atMost(PATIENT).until(() -> feeder.ticks() >= before + FLOOD);
    }

    @Test
    void aHundredASecondArriveSoon() throws Exception {
        int wanted = Math.toIntExact(PER_SECOND * LENGTH.toSeconds());
        try (TickWatch watch = new TickWatch(capstan.kafka());
                Prints prints = new Prints(capstan.venue())) {
            prints.evenly(PER_SECOND, LENGTH);
            await().atMost(PATIENT).until(() -> watch.ages().size() >= wanted);
            List<Duration> ages = watch.ages();
            System.out.printf(
                    "ticks: %d in %d s, from the venue's send to a consumer p50 %d ms, p95 %d ms, p99 %d ms%n",
                    ages.size(),
                    LENGTH.toSeconds(),
                    at(ages, 50).toMillis(),
                    at(ages, 95).toMillis(),
                    at(ages, 99).toMillis());
            // In the short run others may be using the processors: there the time is printed, and read by people.
            assertThat(at(ages, 95)).isLessThan(Capstan.full() ? SOON : PATIENT);
        }
    }

    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
