/** How positions are shown and valued. */
@NullMarked
package dev.capstan.portfolio.position;

import org.jspecify.annotations.NullMarked;
