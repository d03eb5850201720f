/**
 * The words that scenarios are written in: a trader submits, the venue fills, the portfolio shows, the operator halts.
 *
 * <p>{@link dev.capstan.systemtests.dsl.Capstan} is the one stack that all scenarios of a run share; each scenario opens accounts of its own, so
 * that none depends on what another left.
 */
@NullMarked
package dev.capstan.systemtests.dsl;

import org.jspecify.annotations.NullMarked;
