package dev.capstan.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        long[] oneToHundredMillis =
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).toArray();
        assertThat(Percentiles.ofNanos(oneToHundredMillis)).isEqualTo(new Percentiles(50, 95, 99, 100));
    }

    @Test
    void oneSlowCallOfFiftyIsItsNinetyNinth() {
        long[] nanos = LongStream.rangeClosed(1, 50)
                .map(i -> i == 17 ? 900_000_000 : 1_000_000)
                .toArray();
        assertThat(Percentiles.ofNanos(nanos).p99()).isEqualTo(900);
        assertThat(Percentiles.ofNanos(nanos).p50()).isEqualTo(1);
    }

    @Test
    void nothingMeasuredIsZeroOfZero() {
        assertThat(Percentiles.ofNanos(new long[0])).isEqualTo(new Percentiles(0, 0, 0, 0));
    }
}
