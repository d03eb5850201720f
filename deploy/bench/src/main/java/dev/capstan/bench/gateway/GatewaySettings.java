package dev.capstan.bench.gateway;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param repository where the jars are built
 * @param data folder for the stack of the run; emptied before, and after unless it is to be kept
 * @param connections callers that each ask again as soon as they have their answer
 * @param rounds of each side, by turns
 * @param round length of one
 * @param warmUp of each side before the first round, not measured
 * @param open the connections that then stay open and read once a second each; 0 for none
 * @param users who share them
 * @param keep whether data and logs of the stack stay when the run is over
 */
public record GatewaySettings(
        Path repository,
        Path data,
        int connections,
        int rounds,
        Duration round,
        Duration warmUp,
        int open,
        int users,
        boolean keep) {}
