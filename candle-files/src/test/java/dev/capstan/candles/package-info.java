@NullMarked
package dev.capstan.candles;

import org.jspecify.annotations.NullMarked;
