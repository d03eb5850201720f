/** What holds for the exchange whatever is asked of it. */
@NullMarked
package dev.capstan.simulator.exchange;

import org.jspecify.annotations.NullMarked;
