package dev.capstan.bench.gateway;

import dev.capstan.bench.figures.Percentiles;

/**
 * What connections saw that each read once a second.
 *
 * @param latency from when a read was due to its answer
 * @param errors answers that were not 200, and reads without an answer, those of the warm-up included
 */
record OpenFigures(int connections, Percentiles latency, int errors) {

    /** Nobody asked. */
    static final OpenFigures NONE = new OpenFigures(0, new Percentiles(0, 0, 0, 0), 0);

    @Override
    public String toString() {
        return "%d connections, %d reads, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d errors"
                .formatted(connections, latency.count(), latency.p50(), latency.p95(), latency.p99(), errors);
    }
}
