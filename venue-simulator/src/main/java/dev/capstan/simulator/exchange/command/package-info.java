/**
 * What a trader can be answered: what was placed, canceled or replaced, and why not.
 */
@NullMarked
package dev.capstan.simulator.exchange.command;

import org.jspecify.annotations.NullMarked;
