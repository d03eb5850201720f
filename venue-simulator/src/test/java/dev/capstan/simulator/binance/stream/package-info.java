/** What a subscription gets, whoever else is at work. */
@NullMarked
package dev.capstan.simulator.binance.stream;

import org.jspecify.annotations.NullMarked;
