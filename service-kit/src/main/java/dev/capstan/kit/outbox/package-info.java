/**
 * The transactional outbox: {@link dev.capstan.kit.outbox.Outbox#append} inside the transaction of the effect, a relay that sends in
 * order per key at least once, and consumers that deduplicate.
 */
@NullMarked
package dev.capstan.kit.outbox;

import org.jspecify.annotations.NullMarked;
