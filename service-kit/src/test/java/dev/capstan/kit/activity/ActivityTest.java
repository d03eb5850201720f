package dev.capstan.kit.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.activity.Activity.ActivityView;
import dev.capstan.kit.activity.ActivitySource.Work;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked waits for no answer long: one look may miss what the next one sees. */
class ActivityTest {

    @Test
    void namesWhatIsPendingAndAddsUpWhatIsDone() {
        Activity activity = new Activity(
                List.of(source("outbox", () -> new Work(2, 40)), source("calls", () -> new Work(0, 2))), 100);

        await().untilAsserted(() -> assertThat(activity.look())
                .isEqualTo(new ActivityView(Map.of("calls", 0L, "outbox", 2L), 142, Map.of())));
    }

    @Test
    void aSourceThatThrowsIsPendingAndSaysWhy() {
        Activity activity = new Activity(
                List.of(source("outbox", () -> {
                    throw new IllegalStateException("no route");
                })),
                0);

        await().untilAsserted(() -> {
            ActivityView view = activity.look();
            assertThat(view.pending()).containsEntry("outbox", 1L);
            assertThat(view.problems()).containsEntry("outbox", "IllegalStateException: no route");
        });
    }

    @Test
    @Timeout(30)
    void aSourceThatHangsIsPendingAndHoldsNobodyUp() {
        CountDownLatch never = new CountDownLatch(1);
        Activity activity = new Activity(
                List.of(source("outbox", () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Work.NONE;
                })),
                0);

        ActivityView view = activity.look();

        assertThat(view.pending()).containsEntry("outbox", 1L);
        assertThat(view.problems()).containsEntry("outbox", "no answer within 150 ms");
        never.countDown();
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        List<ActivitySource> twins = List.of(source("outbox", () -> Work.NONE), source("outbox", () -> Work.NONE));

        assertThatThrownBy(() -> new Activity(twins, 0)).hasMessageContaining("outbox");
    }

    private static ActivitySource source(String name, Supplier<Work> work) {
        return new ActivitySource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Work look() {
                return work.get();
            }
        };
    }
}
