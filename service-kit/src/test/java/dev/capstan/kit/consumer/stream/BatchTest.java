package dev.capstan.kit.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.Delivered;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final StreamKey KEY = OrderEvents.newKey();

    @Test
    void takesWhatIsNextAndSkipsRepeatsOfThisBatchAndOfEarlierOnes() {
        Batch batch = Batch.of(new Position(2, 2, false), events(1, 2, 3, 4, 3, 5), true);

        assertThat(numbers(batch)).containsExactly(3L, 4L, 5L);
        assertThat(batch.repeated()).isEqualTo(3);
        assertThat(batch.knownNumber()).isEqualTo(5);
    }

    @Test
    void takesNothingBehindAGapAndRemembersWhatItHeardOf() {
        Batch batch = Batch.of(new Position(2, 2, false), events(3, 6, 4, 5), true);

        assertThat(numbers(batch)).containsExactly(3L);
        assertThat(batch.repeated()).isZero();
        assertThat(batch.knownNumber()).isEqualTo(6);
    }

    @Test
    void takesNothingOfAKeyThatStaysParked() {
        Batch batch = Batch.of(new Position(2, 4, true), events(2, 3), false);

        assertThat(numbers(batch)).isEmpty();
        assertThat(batch.repeated()).isEqualTo(1);
        assertThat(batch.knownNumber()).isEqualTo(4);
    }

    private static List<Delivered> events(long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> new Delivered(OrderEvents.event(KEY, number), null))
                .toList();
    }

    private static List<Long> numbers(Batch batch) {
        return batch.due().stream().map(Delivered::number).toList();
    }
}
