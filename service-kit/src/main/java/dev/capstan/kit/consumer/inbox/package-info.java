/**
 * Consumers of topics without numbers: an inbox row in the effect's transaction makes each event count once.
 *
 * <p>A record that cannot be read or breaks a rule is put aside, and from then on its key's later records join it, so that a replay
 * applies all of them in the order they came.
 */
@NullMarked
package dev.capstan.kit.consumer.inbox;

import org.jspecify.annotations.NullMarked;
