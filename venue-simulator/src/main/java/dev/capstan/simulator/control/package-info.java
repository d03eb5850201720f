/**
 * The control API, for tests and for whoever runs the simulator; the venue it plays would not have it. Bound to the loopback address only.
 */
@NullMarked
package dev.capstan.simulator.control;

import org.jspecify.annotations.NullMarked;
