/** Openings and drift on a real database. */
@NullMarked
package dev.capstan.portfolio.balance;

import org.jspecify.annotations.NullMarked;
