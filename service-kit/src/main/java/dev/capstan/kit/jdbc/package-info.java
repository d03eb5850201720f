/**
 * Transactions that are repeated when the database asks for it.
 */
@NullMarked
package dev.capstan.kit.jdbc;

import org.jspecify.annotations.NullMarked;
