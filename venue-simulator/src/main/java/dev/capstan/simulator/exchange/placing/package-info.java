/**
 * The rules an order or a list has to pass before it is taken.
 */
@NullMarked
package dev.capstan.simulator.exchange.placing;

import org.jspecify.annotations.NullMarked;
