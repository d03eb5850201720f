/**
 * Which package may use which, as allow-lists. Each rule has a twin test that feeds it a class from {@code wrong} and expects it to
 * fail: a rule nobody has seen fail proves nothing.
 */
@NullMarked
package dev.capstan.portfolio.architecture;

import org.jspecify.annotations.NullMarked;
