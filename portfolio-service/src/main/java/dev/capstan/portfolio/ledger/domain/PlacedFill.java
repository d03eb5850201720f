package dev.capstan.portfolio.ledger.domain;

import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;

/**
 * A fill at its place among the fills of its key.
 *
 * @param state the position right after it
 */
public record PlacedFill(PositionFill fill, PositionState state) {}
