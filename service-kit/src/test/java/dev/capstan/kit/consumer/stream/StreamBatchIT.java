package dev.capstan.kit.consumer.stream;

import static dev.capstan.kit.consumer.stream.OrderEvents.event;
import static dev.capstan.kit.consumer.stream.OrderEvents.newKey;
import static dev.capstan.kit.consumer.stream.StreamFixture.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a handler is given of the records that one poll brought of one key. */
class StreamBatchIT {

    private StreamFixture fixture;
    private StreamKey key;

    @BeforeEach
    void open() throws IOException {
        fixture = new StreamFixture();
        key = newKey();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void handsOverWhatIsDueAtOnceAndLeavesRepeatsOut() {
        List<OrderEvent> events = fixture.happened(key, 1, 5);
        fixture.deliver(events.subList(0, 2));
        fixture.deliver(events.get(0), events.get(2), events.get(1), events.get(3), events.get(3), events.get(4));

        assertThat(fixture.batches).containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L));
        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(fixture.counter("consumer.events.repeated")).isEqualTo(3);
    }

    @Test
    void callsNobodyForABatchOfRepeats() {
        List<OrderEvent> events = fixture.happened(key, 1, 2);
        fixture.deliver(events);
        fixture.deliver(events);

        assertThat(fixture.batches).containsExactly(List.of(1L, 2L));
    }

    @Test
    void passesBatchesWithoutAnEffectAndCallsNobody() {
        List<OrderEvent> events = fixture.happened(key, 1, 6);
        fixture.unconcerned.addAll(Set.of(2L, 3L, 5L, 6L));
        fixture.deliver(events.get(0));
        fixture.deliver(events.get(1), events.get(2));
        assertThat(fixture.positions.lastApplied(CONSUMER, key)).isEqualTo(3);

        fixture.deliver(events.get(1), events.get(2));
        fixture.deliver(events.get(3));
        fixture.deliver(events.get(5));

        assertThat(fixture.batches)
                .as("repeats are repeats, also of these, and a gap is filled as ever")
                .containsExactly(List.of(1L), List.of(4L));
        assertThat(fixture.positions.lastApplied(CONSUMER, key)).isEqualTo(6);
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isFalse();
    }

    @Test
    void doesNotPassAParkedKey() {
        List<OrderEvent> events = fixture.happened(key, 1, 2);
        fixture.unconcerned.add(2L);
        fixture.broken.put(key, Set.of(1L));
        fixture.deliver(events.get(0));
        fixture.deliver(events.get(1));

        assertThat(fixture.positions.isParked(CONSUMER, key)).isTrue();
        assertThat(fixture.positions.lastApplied(CONSUMER, key)).isZero();
    }

    @Test
    void handsOverWhatIsBeforeAGapAndFetchesTheRestAsOneBatch() {
        List<OrderEvent> events = fixture.happened(key, 1, 6);
        fixture.deliver(events.get(0), events.get(1), events.get(4), events.get(5));

        assertThat(fixture.batches).containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L, 6L));
        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isFalse();
    }

    @Test
    void undoesABatchWithAViolationInItsMiddleAndFindsTheCulpritOneByOne() {
        List<OrderEvent> events = fixture.happened(key, 1, 4);
        fixture.broken.put(key, Set.of(3L));
        fixture.deliver(events);

        assertThat(fixture.batches)
                .as("all, then each alone up to the broken one, then it as execution tells it")
                .startsWith(List.of(1L, 2L, 3L, 4L), List.of(1L), List.of(2L), List.of(3L), List.of(3L, 4L));
        assertThat(fixture.effects(key)).containsExactly(1L, 2L);
        assertThat(fixture.positions.lastApplied(CONSUMER, key)).isEqualTo(2);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isTrue();
        assertThat(fixture.alerts).singleElement().asString().contains("number=3");
    }

    @Test
    void goesOnBehindAViolationThatExecutionDoesNotConfirm() {
        fixture.happened(key, 1, 4);
        OrderEvent contradicting = event(key, 3, StreamFixture.REFUSED_DETAIL);
        fixture.deliver(event(key, 1), event(key, 2), contradicting, event(key, 4));

        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isFalse();
    }

    @Test
    void showsEachEventItsOwnCorrelationId() {
        fixture.deliverCorrelated(fixture.happened(key, 1, 3));

        assertThat(fixture.correlationIds).isEqualTo(Map.of(1L, "c1", 2L, "c2", 3L, "c3"));
    }
}
