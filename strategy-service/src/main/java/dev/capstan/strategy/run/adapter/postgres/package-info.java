/** Runs in PostgreSQL: {@link dev.capstan.strategy.run.adapter.postgres.JdbcLiveRuns}. */
@NullMarked
package dev.capstan.strategy.run.adapter.postgres;

import org.jspecify.annotations.NullMarked;
