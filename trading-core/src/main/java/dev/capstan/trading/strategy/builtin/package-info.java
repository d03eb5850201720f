/**
 * The strategies that come with the product, found through {@link dev.capstan.trading.strategy.builtin.BuiltInStrategies}: a crossing of
 * two moving averages and a return of the relative strength index from an extreme. They are written with the SDK alone, like anybody's, and
 * serve as its examples; docs/reference/strategies.md says what each does.
 */
@NullMarked
package dev.capstan.trading.strategy.builtin;

import org.jspecify.annotations.NullMarked;
