/**
 * What the services say to each other: ids, values, events, error codes and topic names.
 *
 * <p>Start at {@link dev.capstan.contracts.Topics} for what travels over Kafka and at {@link
 * dev.capstan.contracts.order.OrderEvent} for the most important record. Nothing here depends on a framework, so a strategy author
 * or a stranger's consumer can use this jar alone.
 */
@NullMarked
package dev.capstan.contracts;

import org.jspecify.annotations.NullMarked;
