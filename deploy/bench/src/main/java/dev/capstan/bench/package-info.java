/**
 * Measures, beside the product, the least that the same work could cost on the same machine.
 *
 * <p>Nothing here judges by time: it reports. {@link dev.capstan.bench.pipeline.BarePipeline} is the yardstick for the way from a commit to a
 * consumer.
 */
@NullMarked
package dev.capstan.bench;

import org.jspecify.annotations.NullMarked;
