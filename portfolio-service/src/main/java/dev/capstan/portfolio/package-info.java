/**
 * portfolio-service: what an account holds, what it cost and what it earned.
 *
 * <p>{@link dev.capstan.portfolio.ledger} books fills by double entry and keeps positions; {@link dev.capstan.portfolio.balance}
 * compares the ledger with what the venue says; {@link dev.capstan.portfolio.position} shows positions with their marks; {@link
 * dev.capstan.portfolio.rebuild} proves that all of it is a function of execution's order events. Everything published or shown says
 * how old it is and whether it can be relied on.
 */
@NullMarked
package dev.capstan.portfolio;

import org.jspecify.annotations.NullMarked;
