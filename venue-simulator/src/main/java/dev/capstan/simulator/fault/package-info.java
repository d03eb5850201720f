/**
 * Faults on demand: a test orders a {@link dev.capstan.simulator.fault.Fault} by the control API, and the next requests that match it go
 * wrong in that way.
 */
@NullMarked
package dev.capstan.simulator.fault;

import org.jspecify.annotations.NullMarked;
