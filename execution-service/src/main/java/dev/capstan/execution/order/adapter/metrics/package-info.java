/**
 * What the money path counts, for Prometheus.
 */
@NullMarked
package dev.capstan.execution.order.adapter.metrics;

import org.jspecify.annotations.NullMarked;
