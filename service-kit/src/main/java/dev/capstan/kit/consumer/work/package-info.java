/**
 * The loop under every work consumer ({@link dev.capstan.kit.consumer.work.WorkLoop}): poll, apply, commit the offset.
 *
 * <p>Offsets are committed after the effect and only to save work: what an effect depends on is stored with it, so a batch may be read
 * again at any time. When infrastructure is away, the batch's partitions are set back to its beginning and paused, the member goes on
 * polling so that it stays in its group, readiness says so, and the batch is tried again until it succeeds. A rebalance needs no care
 * beyond that, because nothing is kept between two polls.
 */
@NullMarked
package dev.capstan.kit.consumer.work;

import org.jspecify.annotations.NullMarked;
