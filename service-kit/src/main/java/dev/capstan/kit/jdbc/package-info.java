/**
 * Transactions that are repeated when the database asks for it, and {@link dev.capstan.kit.jdbc.RoundTrip} for those that hold a lock
 * while they wait for answers.
 */
@NullMarked
package dev.capstan.kit.jdbc;

import org.jspecify.annotations.NullMarked;
