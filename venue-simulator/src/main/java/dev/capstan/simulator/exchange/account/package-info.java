/**
 * What an account has: its keys, its balances and the history of its orders, lists and trades.
 */
@NullMarked
package dev.capstan.simulator.exchange.account;

import org.jspecify.annotations.NullMarked;
