/**
 * Two kinds of consumers. <em>Work</em> ({@link dev.capstan.kit.consumer.OrderEventHandler}, {@link
 * dev.capstan.kit.consumer.EventHandler}): a shared group, exactly-once effect. <em>View</em> ({@link dev.capstan.kit.consumer.View}):
 * every replica reads everything and knows when it is complete and when it is stale.
 */
@NullMarked
package dev.capstan.kit.consumer;

import org.jspecify.annotations.NullMarked;
