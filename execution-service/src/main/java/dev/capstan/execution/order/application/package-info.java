/**
 * Use cases of an order, one class each, and the single {@link dev.capstan.execution.order.application.VenueReportIntake intake} for
 * everything a venue says.
 */
@NullMarked
package dev.capstan.execution.order.application;

import org.jspecify.annotations.NullMarked;
