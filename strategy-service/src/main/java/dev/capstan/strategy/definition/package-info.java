/**
 * Strategies as users save them: a kind with parameters, under a name, each save a numbered version that stays.
 *
 * <p>{@link dev.capstan.strategy.definition.SavedStrategies} finds one version of one's own, to be run; {@link
 * dev.capstan.strategy.definition.ParameterErrors} names what is wrong with parameters by field.
 */
@NullMarked
package dev.capstan.strategy.definition;

import org.jspecify.annotations.NullMarked;
