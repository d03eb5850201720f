/**
 * Orders and order lists as an account asks for them and as they stand; nothing here ever changes, a change makes another one.
 */
@NullMarked
package dev.capstan.simulator.exchange.order;

import org.jspecify.annotations.NullMarked;
