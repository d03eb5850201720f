/**
 * Consumers of numbered streams: each event of a key exactly once and in order, checked and not hoped for.
 *
 * <p>The last applied number stands in {@code stream_position} and moves in the transaction of the effect, under the row's lock, which
 * every way of applying takes: the consumer, a catch-up, an un-parking, a rebuild. Lower or equal numbers are repeats; the next is
 * applied; a gap is filled from execution, which keeps the events for ever. An unreadable record is copied aside and is a gap like any
 * other. Only an event that fails as execution tells it parks its key; the rest of the partition goes on.
 */
@NullMarked
package dev.capstan.kit.consumer.stream;

import org.jspecify.annotations.NullMarked;
