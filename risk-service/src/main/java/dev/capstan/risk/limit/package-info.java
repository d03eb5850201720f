/**
 * Limits per account and per instrument of an account, set by API and versioned.
 *
 * <p>A limit that is not set is the default of {@code capstan.risk.limits}. A change names the version it was made on; of two changes made
 * on the same version the later gets 409 {@code VERSION_CONFLICT}. Every change is a row of {@code limit_change}, written with it.
 *
 * <p>{@link dev.capstan.risk.limit.Limits#lockAccount} is the first lock of every reservation and of every change, so a reservation sees
 * the limits either before a change or after it, never half.
 */
@NullMarked
package dev.capstan.risk.limit;

import org.jspecify.annotations.NullMarked;
