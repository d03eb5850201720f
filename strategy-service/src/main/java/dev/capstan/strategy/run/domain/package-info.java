/** The rules of a live run, plain Java: {@link dev.capstan.strategy.run.domain.LiveRun} and its attempts to trade. */
@NullMarked
package dev.capstan.strategy.run.domain;

import org.jspecify.annotations.NullMarked;
