/**
 * Positions and balances as portfolio-service publishes them.
 */
@NullMarked
package dev.capstan.contracts.portfolio;

import org.jspecify.annotations.NullMarked;
