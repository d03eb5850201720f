@NullMarked
package dev.capstan.candles.architecture.wrong;

import org.jspecify.annotations.NullMarked;
