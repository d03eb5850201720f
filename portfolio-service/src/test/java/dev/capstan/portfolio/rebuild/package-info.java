/** Rebuilds and hashes on a real database. */
@NullMarked
package dev.capstan.portfolio.rebuild;

import org.jspecify.annotations.NullMarked;
