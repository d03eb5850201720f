/**
 * Named places where a test may kill or stop the process. In the shipped jars {@link dev.capstan.kit.crash.CrashPoints#reached} does
 * nothing.
 */
@NullMarked
package dev.capstan.kit.crash;

import org.jspecify.annotations.NullMarked;
