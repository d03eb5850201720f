/** A service as a process: how it starts, refuses to start, and ends. */
@NullMarked
package dev.capstan.kit.start;

import org.jspecify.annotations.NullMarked;
