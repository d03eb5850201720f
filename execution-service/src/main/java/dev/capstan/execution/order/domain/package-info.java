/**
 * What an order is and what may happen to it. {@link dev.capstan.execution.order.domain.Order} never changes: a step gives an {@link
 * dev.capstan.execution.order.domain.OrderChange}, the order afterwards and the facts that go into its stream.
 *
 * <pre>{@code
 * OrderChange change = order.approve(now);
 * change.after().status(); // still NEW
 * change.facts();          // one OrderApproved
 * }</pre>
 */
@NullMarked
package dev.capstan.execution.order.domain;

import org.jspecify.annotations.NullMarked;
