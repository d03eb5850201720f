/**
 * Asks execution about reservations that nothing was heard of, and gives back what it says is gone.
 *
 * <p><strong>Why nothing leaks.</strong> A reservation is held until an event or this sweep ends it. Whatever dies where, one of the two
 * comes:
 *
 * <ul>
 *   <li>Execution stored the intent, asked, and died before it read the answer: the order is NEW there. Another replica closes it (DENIED,
 *       EXPIRED, CANCELED), or approves it by asking again and getting the same answer. Either way the order's events tell us.
 *   <li>The event is stuck in execution's outbox or was lost on the way and no later one of its key shows the gap: execution's word carries
 *       the key's last number, and applying the stream up to it brings the missing events.
 *   <li>We committed the reservation and died before answering: as the first.
 *   <li>The question came from an intent that does not exist: "not found".
 * </ul>
 *
 * <p><strong>Why nothing is released early.</strong> The intent is committed before the question is asked, so when execution does not find
 * the order it never existed and never will: releasing at once is safe. Every other word is about an order that may still fill, so it
 * releases nothing by itself: it only makes us apply the stream as far as execution had written it at that moment, and events release. Only
 * when the stream is applied that far, the word says the order has ended, and no newer event of the order was applied since (a re-opening
 * would be one), is what is still held given back. The transaction that does so holds the key's lock, so no event passes in between.
 *
 * <p>Replicas sweep side by side: asking twice changes nothing, and releasing twice neither.
 */
@NullMarked
package dev.capstan.risk.sweep;

import org.jspecify.annotations.NullMarked;
