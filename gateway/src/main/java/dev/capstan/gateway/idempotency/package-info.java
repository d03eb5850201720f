/**
 * One effect per key. A call that changes something first claims its (subject, key) row; the row then holds the answer for whoever asks
 * again.
 *
 * <p>{@link dev.capstan.gateway.idempotency.IdempotencyFilter} runs the call, {@link
 * dev.capstan.gateway.idempotency.IdempotencyRecords} keeps the rows, {@link dev.capstan.gateway.idempotency.Claim} is what a claim
 * answers. A claim is a lease with a fence: when the gateway dies between claim and answer, the lease runs out and the next call with
 * the key is made again. That is safe because the service behind keeps the key in the transaction of its effect; this table spares the
 * service the work and the caller the wait, it is not the guarantee.
 */
@NullMarked
package dev.capstan.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
