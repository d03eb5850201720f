/** Account books, waiting snapshots and balances in PostgreSQL. */
@NullMarked
package dev.capstan.portfolio.balance.adapter.postgres;

import org.jspecify.annotations.NullMarked;
