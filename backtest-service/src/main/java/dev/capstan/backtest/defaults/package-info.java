/** What a user's backtests are charged when a start does not say: {@link dev.capstan.backtest.defaults.Charges}. */
@NullMarked
package dev.capstan.backtest.defaults;

import org.jspecify.annotations.NullMarked;
