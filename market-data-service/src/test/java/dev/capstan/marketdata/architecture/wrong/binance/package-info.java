/** Wrong on purpose. */
@NullMarked
package dev.capstan.marketdata.architecture.wrong.binance;

import org.jspecify.annotations.NullMarked;
