/**
 * The books: {@link dev.capstan.risk.exposure.domain.BookedOrder}, {@link dev.capstan.risk.exposure.domain.InstrumentPosition}, and both
 * together as {@link dev.capstan.risk.exposure.domain.InstrumentBook}. Plain values; {@link
 * dev.capstan.risk.exposure.domain.ExposureBooks} keeps them.
 *
 * <p>For every order, at every moment: {@code filled + held} is what the order commits the account to. Fills move it from held to filled,
 * an end gives back what is held, and only a reservation or a fact of the venue makes it larger.
 */
@NullMarked
package dev.capstan.risk.exposure.domain;

import org.jspecify.annotations.NullMarked;
