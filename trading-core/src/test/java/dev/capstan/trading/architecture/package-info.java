/** What classes here may use, and each rule broken once on purpose. */
@NullMarked
package dev.capstan.trading.architecture;

import org.jspecify.annotations.NullMarked;
