/** The ledger on a real database. */
@NullMarked
package dev.capstan.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
