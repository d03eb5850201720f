/** What may use what in this service; the kit shows each of its rules a class that breaks it. */
@NullMarked
package dev.capstan.backtest.architecture;

import org.jspecify.annotations.NullMarked;
