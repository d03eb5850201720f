/** The thread that holds this replica's runs, and those that work for them: {@link dev.capstan.strategy.run.adapter.work.RunKeeper}. */
@NullMarked
package dev.capstan.strategy.run.adapter.work;

import org.jspecify.annotations.NullMarked;
