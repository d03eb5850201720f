/**
 * Order events in, positions out: {@link dev.capstan.portfolio.ledger.adapter.kafka.LedgerOrderEvents} books the fills of the numbered
 * streams, {@link dev.capstan.portfolio.ledger.adapter.kafka.OutboxPositions} publishes what became of a position.
 */
@NullMarked
package dev.capstan.portfolio.ledger.adapter.kafka;

import org.jspecify.annotations.NullMarked;
