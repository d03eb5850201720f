package dev.capstan.bench.gateway;

import dev.capstan.bench.figures.Percentiles;

/**
 * What one side did in one round.
 *
 * @param errors answers that were not 200, and calls without an answer
 * @param cpuMicrosPerRequest processor time of the gateway's process alone
 */
record Round(double requestsPerSecond, Percentiles latency, int errors, double cpuMicrosPerRequest) {

    @Override
    public String toString() {
        return "%.0f requests/s, p50 %.1f ms, p99 %.1f ms, %.0f us of processor time each%s"
                .formatted(
                        requestsPerSecond,
                        latency.p50(),
                        latency.p99(),
                        cpuMicrosPerRequest,
                        errors == 0 ? "" : ", " + errors + " errors");
    }
}
