/**
 * {@code GET /activity}: what is under way in this process and its tables, and a number that grows with everything that was finished.
 *
 * <p>Whoever wants to go on when all is quiet (a market whose time stands still, a test) reads every service twice: two equal answers with
 * nothing pending mean that nothing happened in between. A service adds its own kinds of work as beans of type
 * {@link dev.capstan.kit.activity.ActivitySource}.
 *
 * <pre>{@code
 * {"pending": {"calls": 0, "consumers": 0, "outbox": 2}, "done": 4711, "problems": {}}
 * }</pre>
 */
@NullMarked
package dev.capstan.kit.activity;

import org.jspecify.annotations.NullMarked;
