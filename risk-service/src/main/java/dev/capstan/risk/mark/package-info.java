/**
 * What an instrument trades at now: {@link dev.capstan.risk.mark.Marks}, followed from the tick topic by every replica for itself.
 *
 * <p>A mark is fresh for 5 s after it <em>arrived</em>, less when the market is replayed faster, but never less than one second: how long
 * this machine takes to hand a record over does not shrink with the replay. A mark is judged by its arrival, never by the venue's clock.
 *
 * <p>{@link dev.capstan.risk.mark.ReferenceRates} converts quote assets into the one asset account limits are written in.
 */
@NullMarked
package dev.capstan.risk.mark;

import org.jspecify.annotations.NullMarked;
