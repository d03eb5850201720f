/**
 * Position accounting: what fills make of a holding, its cost and its profit.
 *
 * <p>A position is a function of its fills in {@link dev.capstan.trading.accounting.FillRank} order, at average cost. {@link
 * dev.capstan.trading.accounting.AverageCost} folds one {@link dev.capstan.trading.accounting.PositionFill} into a {@link
 * dev.capstan.trading.accounting.PositionState}; {@link dev.capstan.trading.accounting.Recosting} does it when an older fill comes
 * late. Nothing is lost to rounding: the money that flowed is always exactly {@code realizedPnl - cost}.
 *
 * <pre>{@code
 * AverageCost costing = new AverageCost(new TradedPair(Asset.parse("BTC"), Asset.parse("USDT")));
 * PositionState after = costing.apply(PositionState.FLAT, fill);
 * after.averagePrice(); // HALF_EVEN at 18 digits, null when flat
 * }</pre>
 *
 * <p>Commissions: charged in the base asset, they reduce the holding and are an expense valued at the fill's price; charged in the quote
 * asset, they are an expense as they stand; charged in a third asset, they are no part of the position and are kept in {@link
 * dev.capstan.trading.accounting.CommissionsPaid}.
 */
@NullMarked
package dev.capstan.trading.accounting;

import org.jspecify.annotations.NullMarked;
