/** The canonical text. */
@NullMarked
package dev.capstan.portfolio.rebuild.domain;

import org.jspecify.annotations.NullMarked;
