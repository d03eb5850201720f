/** Facts about one order, without database or clock. */
@NullMarked
package dev.capstan.execution.order.domain;

import org.jspecify.annotations.NullMarked;
