/**
 * The ledger: fills become entries that balance, and positions with a version. The other features read what it keeps and add their own
 * entries through {@link dev.capstan.portfolio.ledger.domain.Ledger}.
 */
@NullMarked
package dev.capstan.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
