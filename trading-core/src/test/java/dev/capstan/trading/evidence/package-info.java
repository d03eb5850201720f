@NullMarked
package dev.capstan.trading.evidence;

import org.jspecify.annotations.NullMarked;
