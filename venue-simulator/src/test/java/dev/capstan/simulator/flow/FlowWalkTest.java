package dev.capstan.simulator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowWalkTest {

    private static final long MINUTE = 60_000;

    private final List<Long> closed = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    private boolean concerned = true;

    private static FlowWalk walk(long elapsed) {
        Instrument instrument =
                GeneratedInstruments.of(5, 1_700_000_000_000L, 120).getFirst();
        return new FlowWalk(instrument.listing(), (GeneratedCandles) instrument.series(), elapsed);
    }

    private FlowWalk.Stage stage(FlowWalk walk) {
        return new FlowWalk.Stage() {
            @Override
            public void perform(Intent intent) {
                intents.add(intent);
                walk.performAlone(intent);
            }

            @Override
            public void closed(long index, @Nullable Candle own) {
                assertThat(own).isNull();
                closed.add(index);
            }

            @Override
            public boolean isNobodysConcern(long low, long high) {
                return !concerned;
            }
        };
    }

    @Test
    void playsTheSameInSmallStepsAndInOne() {
        FlowWalk small = walk(0);
        for (long elapsed = 0; elapsed <= 3 * MINUTE + 17_000; elapsed += 150) {
            small.advance(elapsed, stage(small));
        }
        List<Intent> first = List.copyOf(intents);
        intents.clear();
        FlowWalk one = walk(0);
        one.advance(3 * MINUTE + 17_000, stage(one));
        assertThat(intents).startsWith(first.toArray(Intent[]::new));
        assertThat(closed).containsExactly(1_000L, 1_001L, 1_002L, 1_000L, 1_001L, 1_002L);
    }

    @Test
    void whereItIsTakenUpItIsAsIfItHadPlayedUntilThere() {
        FlowWalk played = walk(0);
        played.advance(2 * MINUTE + 31_000, stage(played));
        FlowWalk taken = walk(2 * MINUTE + 31_000);
        assertThat(taken.running()).isEqualTo(played.running());
        assertThat(taken.price()).isEqualTo(played.price());
        assertThat(taken.position()).isEqualTo(played.position());
    }

    @Test
    void whatPlayedIsTheCandleThatIsToldLater() {
        FlowWalk walk = walk(0);
        walk.advance(MINUTE - 1, stage(walk));
        assertThat(walk.running()).isEqualTo(walk.series().at(1_000));
    }

    /** Nobody waits a week for a market that did nothing to anybody. */
    @Test
    void minutesLongAgoThatConcernNobodyArePassedOver() {
        concerned = false;
        FlowWalk walk = walk(0);
        walk.advance(10_000 * MINUTE, stage(walk));
        assertThat(closed).hasSize(10_000).isSorted();
        assertThat(intents).hasSizeBetween(10 * 120, 15 * (120 + 2 * FlowSide.PLACES));
        assertThat(walk.running()).isEqualTo(walk(10_000 * MINUTE).running());
    }

    @Test
    void neverGoesBack() {
        FlowWalk walk = walk(90_000);
        walk.advance(30_000, stage(walk));
        assertThat(walk.position().index()).isEqualTo(1_001);
        assertThat(walk.position().within()).isEqualTo(30_000);
        assertThat(intents).isEmpty();
    }
}
