/** Which package may use which. */
@NullMarked
package dev.capstan.simulator.architecture;

import org.jspecify.annotations.NullMarked;
