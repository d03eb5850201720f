/**
 * risk-service: decides before the venue is asked, and knows at every moment how much every account could come to hold.
 *
 * <ul>
 *   <li>{@code reservation}: may this order use its share of the limits? One transaction on locked rows
 *   <li>{@code exposure}: positions and open orders, computed from the numbered order events alone
 *   <li>{@code limit}: limits by API, versioned, every change kept
 *   <li>{@code sweep}: asks execution about reservations that nothing was heard of
 *   <li>{@code mark}: what instruments trade at, and since when we know
 * </ul>
 *
 * <p>The rules themselves are trading-core's {@code dev.capstan.trading.risk}. Rows are locked in one order everywhere: account ({@code
 * account_limit}), instrument ({@code instrument_exposure}), order ({@code booked_order}); the row of a numbered stream, where one is
 * needed, before all of them. No transaction makes a network call.
 */
@NullMarked
package dev.capstan.risk;

import org.jspecify.annotations.NullMarked;
