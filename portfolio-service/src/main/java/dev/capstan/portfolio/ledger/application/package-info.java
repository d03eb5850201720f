/** The use case of the ledger: {@link dev.capstan.portfolio.ledger.application.BookFills}. */
@NullMarked
package dev.capstan.portfolio.ledger.application;

import org.jspecify.annotations.NullMarked;
