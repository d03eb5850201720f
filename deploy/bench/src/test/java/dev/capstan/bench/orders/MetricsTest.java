package dev.capstan.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String BEFORE = """
            # TYPE hold_seconds histogram
            hold_seconds_bucket{service="execution-service",le="0.001"} 10
            hold_seconds_bucket{service="execution-service",le="0.01"} 10
            hold_seconds_bucket{service="execution-service",le="+Inf"} 10
            hold_seconds_count{service="execution-service"} 10
            other_seconds_bucket{le="0.001"} 5000
            """;
    private static final String AFTER = """
            hold_seconds_bucket{service="execution-service",le="0.001"} 60
            hold_seconds_bucket{service="execution-service",le="0.01"} 108
            hold_seconds_bucket{service="execution-service",le="+Inf"} 110
            """;

    private final SortedMap<Double, Double> before = Metrics.buckets(BEFORE, "hold_seconds");
    private final SortedMap<Double, Double> after = Metrics.buckets(AFTER, "hold_seconds");

    @Test
    void readsTheBucketsOfOneHistogram() {
        assertThat(before)
                .containsEntry(0.001, 10.0)
                .containsEntry(Double.POSITIVE_INFINITY, 10.0)
                .hasSize(3);
    }

    @Test
    void onlyWhatCameInBetweenCounts() {
        assertThat(Metrics.percentile(before, after, 0.5)).isEqualTo(1.0);
        assertThat(Metrics.percentile(before, after, 0.95)).isEqualTo(10.0);
        assertThat(Metrics.percentile(after, after, 0.5)).isZero();
    }
}
