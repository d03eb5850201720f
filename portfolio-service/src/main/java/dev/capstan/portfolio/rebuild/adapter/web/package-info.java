/** {@code /internal/portfolio/rebuild} and {@code /internal/portfolio/hash}, for operators and tests. */
@NullMarked
package dev.capstan.portfolio.rebuild.adapter.web;

import org.jspecify.annotations.NullMarked;
