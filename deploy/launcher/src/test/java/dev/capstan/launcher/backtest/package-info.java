@NullMarked
package dev.capstan.launcher.backtest;

import org.jspecify.annotations.NullMarked;
