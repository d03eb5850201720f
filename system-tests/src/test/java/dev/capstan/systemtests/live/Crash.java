package dev.capstan.systemtests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.systemtests.dsl.CrashPlans;
import dev.capstan.systemtests.dsl.ReplayStack;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A death at a named place.
 *
 * @param service reaches the place
 * @param victim who is killed then; {@code service} itself, or somebody it works with while it stands at the place
 */
record Crash(String service, String point, String victim) {

    private static final Duration REACHED_WITHIN = Duration.ofMinutes(3);

    static Crash of(String service, String point) {
        return new Crash(service, point, service);
    }

    Crash killing(String other) {
        return new Crash(service, point, other);
    }

    /** It happens the next time somebody gets there. */
    Armed arm(ReplayStack stack) {
        if (victim.equals(service)) {
            return new Armed(
                    this, stack.crashPlans().kills(service, point, 0), CompletableFuture.completedFuture(null));
        }
        CrashPlans.Armed plan = stack.crashPlans().freezes(service, point, 0);
        return new Armed(
                this, plan, CompletableFuture.runAsync(() -> killsMeanwhile(stack, plan), Thread::startVirtualThread));
    }

    private void killsMeanwhile(ReplayStack stack, CrashPlans.Armed plan) {
        plan.awaitDone(REACHED_WITHIN);
        stack.process(victim).kill();
        stack.process(service).resume();
    }

    /** One that waits for its place to be reached. */
    record Armed(Crash crash, CrashPlans.Armed plan, CompletableFuture<Void> rest) {

        /** Says so when it has not. */
        void hasHappened() {
            assertThat(plan.isDone()).as(crash.toString()).isTrue();
            rest.join();
        }
    }
}
