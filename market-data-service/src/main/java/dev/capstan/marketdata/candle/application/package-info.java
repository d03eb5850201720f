/** Use cases of the candle store: {@link dev.capstan.marketdata.candle.application.ReadCandles}. */
@NullMarked
package dev.capstan.marketdata.candle.application;

import org.jspecify.annotations.NullMarked;
