/** When the order feed counts as lost. */
@NullMarked
package dev.capstan.portfolio.feed;

import org.jspecify.annotations.NullMarked;
