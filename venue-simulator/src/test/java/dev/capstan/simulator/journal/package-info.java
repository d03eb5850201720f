/** What is left of a journal after a crash. */
@NullMarked
package dev.capstan.simulator.journal;

import org.jspecify.annotations.NullMarked;
