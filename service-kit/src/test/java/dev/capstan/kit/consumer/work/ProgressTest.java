package dev.capstan.kit.consumer.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("orders", 0);
    private static final TopicPartition SECOND = new TopicPartition("orders", 1);

    private final Progress progress = new Progress();

    @Test
    void isBehindByWhatLiesBetweenItAndTheEnds() {
        progress.stands(Set.of(FIRST, SECOND), partition -> partition.equals(FIRST) ? 7L : 3L);

        assertThat(progress.isPlaced()).isTrue();
        assertThat(progress.behind(_ -> 10)).isEqualTo(3 + 7);
        assertThat(progress.behind(_ -> 2)).isZero();
    }

    @Test
    void oneThatIsInNoGroupIsNeverAtTheEnd() {
        assertThat(progress.behind(_ -> 0)).isEqualTo(1);
        progress.stands(Set.of(FIRST), _ -> 5L);
        assertThat(progress.behind(_ -> 5)).isZero();
        progress.leaves();
        assertThat(progress.behind(_ -> 5)).isEqualTo(1);
    }

    @Test
    void aPartitionWithoutAPlaceIsNotAtItsEnd() {
        progress.stands(Set.of(FIRST, SECOND), partition -> partition.equals(FIRST) ? 5L : null);

        assertThat(progress.isPlaced()).isFalse();
        assertThat(progress.behind(_ -> 5)).isEqualTo(1);
    }

    @Test
    void aMemberWithoutPartitionsHasNothingToDo() {
        progress.stands(Set.of(), _ -> 0L);

        assertThat(progress.isPlaced()).isTrue();
        assertThat(progress.behind(_ -> 5)).isZero();
    }
}
