package dev.capstan.kit.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No answer is waited for long: one question may miss what the next one hears. */
class HealthChecksTest {

    @Test
    @Timeout(30)
    void answersInTimeWhileACheckHangsAndAsksItOnceOnly() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        HealthCheck hanging = check("database", () -> {
            asked.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return HealthCheck.Result.up();
        });
        HealthCheck good = check("kafka", HealthCheck.Result::up);
        HealthChecks checks = new HealthChecks(List.of(hanging, good));

        await().untilAsserted(() -> assertThat(checks.ask())
                .containsEntry(hanging, HealthCheck.Result.down("no answer within 150 ms"))
                .containsEntry(good, HealthCheck.Result.up()));
        checks.ask();
        assertThat(asked).hasValue(1);
        never.countDown();
    }

    @Test
    void aCheckThatThrowsIsDownAndSaysWhy() {
        HealthCheck broken = check("database", () -> {
            throw new IllegalStateException("no route");
        });
        HealthChecks checks = new HealthChecks(List.of(broken));

        await().untilAsserted(() -> assertThat(checks.ask())
                .containsEntry(broken, HealthCheck.Result.down("IllegalStateException: no route")));
    }

    @Test
    void thatAllIsWellIsAskedOnceForManyWhoAskAtATime() {
        AtomicInteger asked = new AtomicInteger();
        HealthChecks checks = new HealthChecks(List.of(check("kafka", () -> {
            asked.incrementAndGet();
            return HealthCheck.Result.up();
        })));
        await().until(() -> checks.ask().values().stream().allMatch(HealthCheck.Result.up()::equals));
        int before = asked.get();
        for (int caller = 0; caller < 20; caller++) {
            checks.ask();
        }
        assertThat(asked.get()).isLessThan(before + 20);
        await().untilAsserted(() -> {
            checks.ask();
            assertThat(asked).hasValueGreaterThan(before);
        });
    }

    @Test
    void whatIsDownIsAskedAnewEachTime() {
        AtomicInteger asked = new AtomicInteger();
        HealthChecks checks = new HealthChecks(List.of(check("kafka", () -> {
            asked.incrementAndGet();
            return HealthCheck.Result.down("away");
        })));
        await().until(() -> checks.ask().values().stream().allMatch(HealthCheck.Result.down("away")::equals));
        int before = asked.get();
        checks.ask();
        checks.ask();
        assertThat(asked).hasValue(before + 2);
    }

    private static HealthCheck check(String name, Supplier<HealthCheck.Result> answer) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Result check() {
                return answer.get();
            }
        };
    }
}
