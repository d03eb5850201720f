/** Wires the ledger's use case to its adapters. */
@NullMarked
package dev.capstan.portfolio.ledger.adapter;

import org.jspecify.annotations.NullMarked;
