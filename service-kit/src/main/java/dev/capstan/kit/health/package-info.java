/**
 * The checks behind {@code /health} and {@code /ready}.
 */
@NullMarked
package dev.capstan.kit.health;

import org.jspecify.annotations.NullMarked;
