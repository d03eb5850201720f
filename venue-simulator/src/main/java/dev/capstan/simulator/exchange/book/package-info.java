/**
 * One instrument's market: what waits in its book, what others see of it, and the last trades.
 */
@NullMarked
package dev.capstan.simulator.exchange.book;

import org.jspecify.annotations.NullMarked;
