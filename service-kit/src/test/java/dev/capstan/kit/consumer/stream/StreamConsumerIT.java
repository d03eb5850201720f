package dev.capstan.kit.consumer.stream;

import static dev.capstan.kit.consumer.stream.OrderEvents.event;
import static dev.capstan.kit.consumer.stream.OrderEvents.newKey;
import static dev.capstan.kit.consumer.stream.StreamFixture.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.failure.Infrastructure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamConsumerIT {

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
    void appliesEachNumberOnceInOrder() {
        List<OrderEvent> events = fixture.happened(key, 1, 5);
        fixture.deliver(events.subList(0, 3));
        fixture.deliver(events.subList(1, 5));
        fixture.deliver(events);

        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(fixture.execution.asked()).isZero();
        assertThat(fixture.counter("consumer.events.repeated")).isEqualTo(7);
    }

    @Test
    void fillsAGapFromExecution() {
        List<OrderEvent> events = fixture.happened(key, 1, 1200);
        fixture.deliver(events.getFirst());
        fixture.deliver(events.getLast());

        assertThat(fixture.effects(key)).isEqualTo(numbers(1, 1200));
        assertThat(fixture.counter("consumer.gaps.repaired")).isEqualTo(1);
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isFalse();
    }

    @Test
    void waitsForExecutionWhenItCannotFillAGapAndSaysThatItIsBehind() {
        List<OrderEvent> events = fixture.happened(key, 1, 3);
        fixture.execution.isAway(true);

        assertThatThrownBy(() -> fixture.deliver(events.get(2)))
                .satisfies(e -> assertThat(Infrastructure.isAway(e)).isTrue());
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isTrue();
        assertThat(fixture.positions.isParked(CONSUMER, key)).isFalse();

        fixture.execution.isAway(false);
        fixture.deliver(events.get(2));
        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L);
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isFalse();
    }

    @Test
    void healsAGarbageRecordFromExecutionAndKeepsACopyOfIt() {
        List<OrderEvent> events = fixture.happened(key, 1, 3);
        fixture.deliver(events.getFirst());
        fixture.deliverGarbage(key.text(), "{\"number\": 2, \"rubbish\"");

        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L);
        assertThat(fixture.deadLetters()).isEqualTo(1);
        assertThat(fixture.copies()).isEqualTo(1);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isFalse();
    }

    @Test
    void putsARecordOfNoStreamAside() {
        fixture.deliverGarbage("no stream", "{}");
        assertThat(fixture.deadLetters()).isEqualTo(1);
    }

    @Test
    void parksTheKeyAloneWhenAnEventBreaksARuleAtItsSourceToo() {
        StreamKey other = newKey();
        List<OrderEvent> bad = fixture.happened(key, 1, 4);
        List<OrderEvent> good = fixture.happened(other, 1, 4);
        fixture.broken.put(key, Set.of(3L));
        List<OrderEvent> both = new ArrayList<>(bad);
        both.addAll(good);
        fixture.deliver(both);

        assertThat(fixture.effects(key)).containsExactly(1L, 2L);
        assertThat(fixture.effects(other)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isTrue();
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isTrue();
        assertThat(fixture.parkings).containsExactly(key + " true");
        assertThat(fixture.alerts).singleElement().asString().contains("KEY_PARKED", "number=3", "breaks a rule");

        fixture.deliver(fixture.happened(key, 5, 6));
        assertThat(fixture.effects(key)).containsExactly(1L, 2L);
        assertThat(fixture.positions.unpark(CONSUMER, key)).isFalse();
        assertThat(fixture.alerts).hasSize(1);

        fixture.broken.clear();
        assertThat(fixture.positions.unpark(CONSUMER, key)).isTrue();
        assertThat(fixture.effects(key)).isEqualTo(numbers(1, 6));
        assertThat(fixture.parkings).containsExactly(key + " true", key + " false");
    }

    @Test
    void takesTheSourcesWordWhenTheDeliveredRecordWasWrong() {
        fixture.happened(key, 1, 2);
        // What was delivered as number 2 is refused, what execution tells as number 2 is fine.
        fixture.broken.put(key, Set.of());
        fixture.deliver(event(key, 1));
        fixture.deliverGarbage(key.text(), "{\"number\":2}");

        assertThat(fixture.effects(key)).containsExactly(1L, 2L);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isFalse();
    }

    @Test
    void parksWhenExecutionsOwnRecordCannotBeRead() {
        List<OrderEvent> events = fixture.happened(key, 1, 3);
        fixture.execution.knows(key, 2, "{\"number\":2,\"type\":\"Nonsense\"}");
        fixture.deliver(events.get(2));

        assertThat(fixture.effects(key)).containsExactly(1L);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isTrue();
    }

    @Test
    void parksWhenExecutionHasLostWhatItPublished() {
        fixture.happened(key, 1, 2);
        fixture.deliver(event(key, 1), event(key, 2));
        fixture.deliver(event(key, 9));

        assertThat(fixture.positions.isParked(CONSUMER, key)).isTrue();
        assertThat(fixture.alerts).singleElement().asString().contains("up to 2 only");
    }

    @Test
    void rewindsInTheCallersTransactionAndReadsTheStreamAgain() {
        fixture.deliver(fixture.happened(key, 1, 3));
        fixture.database.transactions().run(() -> {
            fixture.positions.rewind(CONSUMER, key);
            fixture.database.jdbc().sql("DELETE FROM effect").update();
        });
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isTrue();

        assertThat(fixture.positions.catchUp(CONSUMER, key)).isEqualTo(3);
        assertThat(fixture.effects(key)).containsExactly(1L, 2L, 3L);
        assertThatThrownBy(() -> fixture.positions.rewind(CONSUMER, key)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.database.transactions().run(() -> fixture.positions.catchUp(CONSUMER, key)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void comesToTheSameEndHoweverRecordsAreShuffledDoubledAndDropped(long seed) {
        Random random = new Random(seed);
        List<OrderEvent> delivered = new ArrayList<>();
        for (OrderEvent one : fixture.happened(key, 1, 60)) {
            for (int copies = random.nextInt(3); copies > 0; copies--) {
                delivered.add(one);
            }
        }
        Collections.shuffle(delivered, random);
        for (int from = 0; from < delivered.size(); from += 7) {
            fixture.deliver(delivered.subList(from, Math.min(from + 7, delivered.size())));
        }
        long highest = delivered.stream().mapToLong(OrderEvent::number).max().orElseThrow();
        assertThat(fixture.effects(key))
                .as("seed %d", seed)
                .isSortedAccordingTo(Long::compare)
                .startsWith(1L);
        assertThat(fixture.effects(key)).as("seed %d", seed).containsAll(numbers(1, highest));
    }

    @Test
    void unparksUnderLoadWithoutLosingOrDoublingAnything() throws Exception {
        List<OrderEvent> events = fixture.happened(key, 1, 50);
        fixture.broken.put(key, Set.of(20L));
        fixture.deliver(events);
        assertThat(fixture.positions.isParked(CONSUMER, key)).isTrue();
        fixture.broken.clear();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var load = executor.submit(() -> {
                for (long number = 51; number <= 400; number++) {
                    fixture.deliver(fixture.happened(key, number, number));
                }
            });
            boolean unparked = fixture.positions.unpark(CONSUMER, key);
            load.get();
            assertThat(unparked).isTrue();
        }
        assertThat(fixture.effects(key)).isEqualTo(numbers(1, 400));
        assertThat(fixture.positions.isBehind(CONSUMER, key)).isFalse();
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
