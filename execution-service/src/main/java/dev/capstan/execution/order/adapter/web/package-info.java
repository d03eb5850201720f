/**
 * Orders over HTTP: {@code /api/orders} for people and strategies, {@code /internal} for the other services.
 */
@NullMarked
package dev.capstan.execution.order.adapter.web;

import org.jspecify.annotations.NullMarked;
