/** What the module may use, and a class that breaks the rule on purpose. */
@NullMarked
package dev.capstan.candles.architecture;

import org.jspecify.annotations.NullMarked;
