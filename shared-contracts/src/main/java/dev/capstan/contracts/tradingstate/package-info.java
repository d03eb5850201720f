/**
 * The kill switch as others follow it. Only execution's rows decide; see {@link
 * dev.capstan.contracts.tradingstate.TradingStateEvent}.
 */
@NullMarked
package dev.capstan.contracts.tradingstate;

import org.jspecify.annotations.NullMarked;
