/**
 * The ledger, the fills and the positions in PostgreSQL: {@link dev.capstan.portfolio.ledger.adapter.postgres.JdbcBooks}, {@link
 * dev.capstan.portfolio.ledger.adapter.postgres.JdbcLedger}.
 */
@NullMarked
package dev.capstan.portfolio.ledger.adapter.postgres;

import org.jspecify.annotations.NullMarked;
