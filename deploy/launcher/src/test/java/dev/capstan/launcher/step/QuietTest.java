package dev.capstan.launcher.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.step.QuietCheck.Look;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class QuietTest {

    private final Quiet quiet = new Quiet(Duration.ofSeconds(10));

    /** Says one after the other, and the last for ever. */
    private static final class Scripted implements QuietCheck {

        private final String name;
        private final Queue<Look> looks;
        private int asked;

        Scripted(String name, Look... looks) {
            this.name = name;
            this.looks = new ArrayDeque<>(List.of(looks));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Look look() {
            asked++;
            return looks.size() > 1 ? looks.remove() : looks.element();
        }
    }

    private static QuietCheck check(String name, Supplier<Look> look) {
        return new QuietCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Look look() {
                return look.get();
            }
        };
    }

    private static Look pending(String kind, long count) {
        return new Look(Map.of(kind, count, "other", 0L), 0, null);
    }

    @Test
    void twoEqualLooksWithNothingPendingAreEnough() {
        Scripted calm = new Scripted("risk-service", Look.quiet(7));
        quiet.await(List.of(calm), List.of());
        assertThat(calm.asked).isEqualTo(2);
    }

    @Test
    void waitsForWhatIsPending() {
        Scripted busy =
                new Scripted("risk-service", pending("outbox", 2), pending("outbox", 1), Look.quiet(3), Look.quiet(3));
        Scripted calm = new Scripted("gateway", Look.quiet(1));
        quiet.await(List.of(busy, calm), List.of());
        assertThat(busy.asked).isEqualTo(4);
        assertThat(calm.asked).as("not while another is busy").isEqualTo(2);
    }

    @Test
    void nobodyIsLookedAtWhileTheOneBeforeIsBusy() {
        Scripted first =
                new Scripted("market-data-service", pending("candles", 2), pending("candles", 1), Look.quiet(1));
        AtomicInteger askedBefore = new AtomicInteger(-1);
        QuietCheck second = check("strategy-service", () -> {
            askedBefore.compareAndSet(-1, first.asked);
            return Look.quiet(0);
        });
        quiet.await(List.of(first, second), List.of(List.of(first), List.of(second)));
        assertThat(askedBefore).hasValue(3);
    }

    @Test
    void theWayEndsWhereNobodyMoved() {
        Scripted venue = new Scripted("venue-simulator", Look.quiet(1), Look.quiet(1), Look.quiet(2));
        Scripted still = new Scripted("strategy-service", Look.quiet(5));
        Scripted beyond = new Scripted("execution-service", Look.quiet(7));
        List<QuietCheck> all = List.of(venue, still, beyond);
        List<List<QuietCheck>> way = List.of(List.of(venue), List.of(still), List.of(beyond));
        quiet.await(all, way);
        assertThat(beyond.asked).as("nothing was known of it").isEqualTo(2);
        quiet.await(all, way);
        assertThat(venue.asked).isEqualTo(4);
        assertThat(still.asked).isEqualTo(4);
        assertThat(beyond.asked).as("as it was when all was quiet").isEqualTo(3);
    }

    @Test
    void whoMovedBeyondTheEndOfTheWayIsLookedAtAgain() {
        Scripted still = new Scripted("strategy-service", Look.quiet(5));
        Scripted moved = new Scripted("execution-service", Look.quiet(7), Look.quiet(7), Look.quiet(8));
        List<QuietCheck> all = List.of(still, moved);
        List<List<QuietCheck>> way = List.of(List.of(still), List.of(moved));
        quiet.await(all, way);
        quiet.await(all, way);
        assertThat(moved.asked).isEqualTo(4);
    }

    @Test
    void whatWasFinishedBetweenTwoLooksIsLookedAtAgain() {
        Scripted busy = new Scripted("risk-service", Look.quiet(1), Look.quiet(2), Look.quiet(2));
        quiet.await(List.of(busy), List.of());
        assertThat(busy.asked).isEqualTo(3);
    }

    @Test
    void whatAnotherCausedWhileItSettledIsLookedAtAgain() {
        Scripted busy = new Scripted("market-data-service", pending("candles", 1), Look.quiet(1));
        Scripted caused = new Scripted("strategy-service", Look.quiet(0), pending("outbox", 1), Look.quiet(1));
        quiet.await(List.of(busy, caused), List.of());
        assertThat(caused.asked).isEqualTo(4);
        assertThat(busy.asked).isEqualTo(4);
    }

    @Test
    void namesWhoWasNotQuietAndWhatWasPending() {
        AtomicLong done = new AtomicLong();
        List<QuietCheck> checks = List.of(
                new Scripted("execution-service", pending("orders", 1)),
                new Scripted("portfolio-service", Look.quiet(0)),
                new Scripted("gateway", Look.unknown("does not answer")),
                check("risk-service", () -> Look.quiet(done.incrementAndGet())));
        assertThatThrownBy(() -> new Quiet(Duration.ofMillis(300)).await(checks, List.of()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("execution-service: orders 1;")
                .hasMessageContaining("gateway: does not answer")
                .hasMessageContaining("risk-service: goes on finishing things")
                .hasMessageNotContaining("portfolio")
                .hasMessageNotContaining("other");
    }
}
