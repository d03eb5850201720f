/**
 * One trace through the outbox: {@link dev.capstan.kit.tracing.Traces#current()} is stored with the row in its transaction, the relay sends
 * within it, and whoever applies the record goes on with it.
 *
 * <p>Spans are made by the OpenTelemetry agent. Where it is not attached nothing here finds a trace, and nothing is made.
 */
@NullMarked
package dev.capstan.kit.tracing;

import org.jspecify.annotations.NullMarked;
