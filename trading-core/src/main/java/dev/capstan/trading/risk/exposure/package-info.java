/**
 * How much a spot account could come to hold, computed from a position, the orders still open on it and a mark.
 *
 * <p><strong>The definition.</strong> Let {@code P} be the signed position, {@code m} the mark, and {@code w = max(p, m)} the price an
 * open order is valued at, where {@code p} is the price it was reserved at: its limit price, or for a market order the mark of that
 * moment plus a buffer. The value of the position can still end anywhere between
 *
 * <pre>
 *   low  = P * m - sum(q * w) over the open sells     (every sell fills, no buy does)
 *   high = P * m + sum(q * w) over the open buys      (every buy fills, no sell does)
 * </pre>
 *
 * and the exposure is the larger absolute value of the two ends: {@link
 * dev.capstan.trading.risk.exposure.InstrumentExposure#worstValue()}. {@link
 * dev.capstan.trading.risk.exposure.InstrumentExposure#worstQuantity()} is the same without prices: {@code max(|P + buys|, |P - sells|)}.
 *
 * <p><strong>Why it is monotone.</strong> {@code low <= P * m <= high} always holds. A fill of {@code d} on a buy moves {@code d * w} out
 * of the open part and {@code d * m} into the position, and {@code w >= m}: {@code high} cannot rise, and {@code low} rises by {@code d *
 * m} but stays at or below the new {@code P * m}. So at any mark the new range lies within the old one, and its larger absolute end
 * cannot grow. Sells mirror that; a commission taken from what was bought, a cancel and an expiry only shrink the range. What was
 * approved as an order can therefore never exceed, by filling, what was reserved for it. Only a new order or the market can widen it.
 *
 * <p>The position is what trading has built, net of commissions taken in the base asset. Example: 2 BTC held, a buy of 1 open at 95, a
 * sell of 1 open at 110, mark 100: the range is 200 - 110 = 90 to 200 + 100 = 300, the exposure is 300.
 */
@NullMarked
package dev.capstan.trading.risk.exposure;

import org.jspecify.annotations.NullMarked;
