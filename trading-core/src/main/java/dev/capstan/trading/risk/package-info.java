/**
 * The pre-trade check: may this order use its share of the limits?
 *
 * <p>{@link dev.capstan.trading.risk.RiskPolicies} runs a list of small {@link dev.capstan.trading.risk.RiskPolicy policies} on one {@link
 * dev.capstan.trading.risk.RiskCheck}, the figures of one moment, and the first that refuses wins. risk-service runs them on rows it has
 * locked, the simulation engine on its own books: the same code.
 *
 * <ul>
 *   <li>{@link dev.capstan.trading.risk.PriceCollarPolicy}: limit price against the mark, both ways
 *   <li>{@link dev.capstan.trading.risk.OpenOrdersPolicy}: number of open orders, per account only: a limit per instrument would bound
 *       nothing that exposure does not bound already
 *   <li>{@link dev.capstan.trading.risk.PositionSizePolicy}: worst-case position quantity of the instrument
 *   <li>{@link dev.capstan.trading.risk.InstrumentExposurePolicy}: worst-case exposure of the instrument, in its quote asset
 *   <li>{@link dev.capstan.trading.risk.AccountExposurePolicy}: sum over the account's instruments, in one reference asset
 * </ul>
 *
 * <p>A limit bounds orders that add risk. An order that leaves the worst case as it is (selling what is held) passes even when the
 * market, or an order found at the venue, has pushed the account beyond the limit: the way out is never closed.
 */
@NullMarked
package dev.capstan.trading.risk;

import org.jspecify.annotations.NullMarked;
