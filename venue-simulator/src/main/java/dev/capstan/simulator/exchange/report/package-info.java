/**
 * What the exchange tells: reports to an account, and the trades that everybody sees.
 */
@NullMarked
package dev.capstan.simulator.exchange.report;

import org.jspecify.annotations.NullMarked;
