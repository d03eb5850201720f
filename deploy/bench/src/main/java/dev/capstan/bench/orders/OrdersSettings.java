package dev.capstan.bench.orders;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param repository where the services' jars are built
 * @param data folder for the stack of the run; emptied before, and after unless it is to be kept
 * @param perSecond orders due per second
 * @param length of the measured run
 * @param warmUp at the same rate, not measured
 * @param stepPerSecond by how much the search for the highest rate goes up; 0 leaves the search out
 * @param keep whether data and logs of the stack stay when the run is over
 */
public record OrdersSettings(
        Path repository,
        Path data,
        double perSecond,
        Duration length,
        Duration warmUp,
        double stepPerSecond,
        boolean keep) {

    /** How long a position event may take before the order counts as an error. */
    static final Duration POSITION_LIMIT = Duration.ofSeconds(10);

    /** How long a rate must hold. */
    static final Duration SUSTAINED = Duration.ofSeconds(30);
}
