/** The strategy that docs/how-to/write-a-strategy.md walks through, so that what the page shows compiles and works. */
@NullMarked
package dev.capstan.trading.strategy.example;

import org.jspecify.annotations.NullMarked;
