package dev.capstan.execution.order.adapter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some orders.
 *
 * @param nextCursor where the next page begins; null at the end
 */
record OrderList(List<OrderView> items, @Nullable String nextCursor) {}
