/**
 * Talks to the replica that owns a session.
 */
@NullMarked
package dev.capstan.execution.order.adapter.owner;

import org.jspecify.annotations.NullMarked;
