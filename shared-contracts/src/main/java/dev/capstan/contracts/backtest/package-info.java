/**
 * What a backtest leaves behind: {@link dev.capstan.contracts.backtest.Evidence}, one document with everything that went in and everything
 * that came out, whoever ran it. Its page is docs/reference/evidence.md.
 */
@NullMarked
package dev.capstan.contracts.backtest;

import org.jspecify.annotations.NullMarked;
