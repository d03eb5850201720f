/**
 * Measures the running product and, in the same run, the least that the same work could cost.
 *
 * <p>Each benchmark starts a stack of its own, on free ports and with its own data folder, so that it measures nothing left over from before. A
 * benchmark reports; it never judges by time. {@link dev.capstan.bench.BenchCommand} is the entry.
 */
@NullMarked
package dev.capstan.bench;

import org.jspecify.annotations.NullMarked;
