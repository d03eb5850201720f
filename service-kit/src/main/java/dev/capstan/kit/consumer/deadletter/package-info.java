/**
 * Records that could not be applied: kept in a table in the order they came, copied to {@code <topic>.dlt} for others to see, shown to
 * operators and replayed by them under {@code /internal/dead-letters}.
 */
@NullMarked
package dev.capstan.kit.consumer.deadletter;

import org.jspecify.annotations.NullMarked;
