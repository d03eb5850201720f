/** Puts the candle store together. */
@NullMarked
package dev.capstan.marketdata.candle.adapter.config;

import org.jspecify.annotations.NullMarked;
