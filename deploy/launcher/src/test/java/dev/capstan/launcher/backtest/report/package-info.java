@NullMarked
package dev.capstan.launcher.backtest.report;

import org.jspecify.annotations.NullMarked;
