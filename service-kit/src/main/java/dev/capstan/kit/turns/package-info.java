/** Waiting in line inside one process, before anything scarce is taken. */
@NullMarked
package dev.capstan.kit.turns;

import org.jspecify.annotations.NullMarked;
