/**
 * Where results are kept: {@link dev.capstan.backtest.evidence.ObjectStore}, a folder by default. The evidence of a run is the object
 * {@code evidence/backtest/<id>.json}.
 */
@NullMarked
package dev.capstan.backtest.evidence;

import org.jspecify.annotations.NullMarked;
