/** Wires the comparison of balances to its adapters. */
@NullMarked
package dev.capstan.portfolio.balance.adapter;

import org.jspecify.annotations.NullMarked;
