/**
 * How orders and the market meet, and what that does to the orders they hang together with.
 */
@NullMarked
package dev.capstan.simulator.exchange.matching;

import org.jspecify.annotations.NullMarked;
