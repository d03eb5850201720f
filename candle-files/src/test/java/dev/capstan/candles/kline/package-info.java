@NullMarked
package dev.capstan.candles.kline;

import org.jspecify.annotations.NullMarked;
