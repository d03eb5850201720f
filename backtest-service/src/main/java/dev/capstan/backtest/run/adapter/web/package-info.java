/** {@code /api/backtest}: {@link dev.capstan.backtest.run.adapter.web.StartController} and the controllers that look. */
@NullMarked
package dev.capstan.backtest.run.adapter.web;

import org.jspecify.annotations.NullMarked;
