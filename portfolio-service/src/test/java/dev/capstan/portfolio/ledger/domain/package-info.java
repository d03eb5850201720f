/** What fills become in the ledger. */
@NullMarked
package dev.capstan.portfolio.ledger.domain;

import org.jspecify.annotations.NullMarked;
