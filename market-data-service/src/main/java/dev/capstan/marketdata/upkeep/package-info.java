/**
 * Work done now and then by one replica for all: {@link dev.capstan.marketdata.upkeep.BackFill} fetches candles that are missing further back,
 * {@link dev.capstan.marketdata.upkeep.Retention} deletes those that nobody wants any more; {@link
 * dev.capstan.marketdata.upkeep.ScheduledJobs} runs both, by a row of {@link dev.capstan.marketdata.upkeep.JobLease}.
 */
@NullMarked
package dev.capstan.marketdata.upkeep;

import org.jspecify.annotations.NullMarked;
