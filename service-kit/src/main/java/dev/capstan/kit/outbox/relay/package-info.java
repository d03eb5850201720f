/**
 * Sends what the outbox holds.
 *
 * <p>Keys are divided into 32 buckets. A process leases buckets ({@link dev.capstan.kit.outbox.relay.BucketLeases}), so that one
 * process at a time sends a key's records, in the order of their rows. Rows are read by presence and never by position, because ids are
 * given before commits. A row is deleted only after Kafka has acknowledged it; no transaction is open meanwhile. A crash between the two
 * repeats records and loses none, and consumers recognise repeats.
 *
 * <p>When a send fails the whole producer is cut off at once, so that no later record of the key can overtake the one that failed;
 * then everything not acknowledged is read again from the table.
 */
@NullMarked
package dev.capstan.kit.outbox.relay;

import org.jspecify.annotations.NullMarked;
