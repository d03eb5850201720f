/**
 * What must hold of the whole stack, told as what a trader or operator would see.
 *
 * <p>Run with {@code mvn -pl system-tests -am verify}; {@code -Dcapstan.full=true} adds the long runs.
 */
@NullMarked
package dev.capstan.systemtests;

import org.jspecify.annotations.NullMarked;
