/** The use case {@link dev.capstan.portfolio.rebuild.application.RebuildBooks}. */
@NullMarked
package dev.capstan.portfolio.rebuild.application;

import org.jspecify.annotations.NullMarked;
