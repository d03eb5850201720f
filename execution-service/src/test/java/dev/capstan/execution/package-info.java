/** Tests of the whole service: every feature, a real database, the simulator on the other side of the wire. */
@NullMarked
package dev.capstan.execution;

import org.jspecify.annotations.NullMarked;
