/** Facts of the flow. */
@NullMarked
package dev.capstan.simulator.flow;

import org.jspecify.annotations.NullMarked;
