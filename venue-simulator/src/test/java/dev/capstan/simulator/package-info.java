/** The venue as its clients see it. */
@NullMarked
package dev.capstan.simulator;

import org.jspecify.annotations.NullMarked;
