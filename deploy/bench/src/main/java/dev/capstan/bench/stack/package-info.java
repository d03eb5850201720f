/** The stack that a benchmark starts for itself, and what is measured on it from outside. */
@NullMarked
package dev.capstan.bench.stack;

import org.jspecify.annotations.NullMarked;
