/**
 * Puts the feature together: which part is given which. No rules here.
 */
@NullMarked
package dev.capstan.execution.order.adapter.config;

import org.jspecify.annotations.NullMarked;
