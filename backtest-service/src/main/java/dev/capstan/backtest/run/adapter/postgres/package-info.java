/** Runs in PostgreSQL: {@link dev.capstan.backtest.run.adapter.postgres.JdbcRuns}. */
@NullMarked
package dev.capstan.backtest.run.adapter.postgres;

import org.jspecify.annotations.NullMarked;
