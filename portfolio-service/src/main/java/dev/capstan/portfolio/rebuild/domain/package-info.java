/** The canonical text of a book and its hash. */
@NullMarked
package dev.capstan.portfolio.rebuild.domain;

import org.jspecify.annotations.NullMarked;
