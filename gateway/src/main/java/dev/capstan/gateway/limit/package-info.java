/**
 * How often somebody may call. Every call counts in fixed windows of a minute, one for its user and one for its address, in the group
 * of its route ({@link dev.capstan.gateway.limit.RouteGroup}).
 *
 * <p>{@code RateLimiter} decides, {@code Counts} holds what this gateway knows, {@code SharedCounts} is the table in which all gateways
 * add up. Calls that change something and {@code /api/strategy/*} are added there before they go on; reads are added once a second. A
 * gateway that cannot reach the table goes on with what it counted itself.
 *
 * <p>Example: the eleventh {@code /api/strategy/status} of an address within a minute is answered 429, at whichever gateway it arrives.
 */
@NullMarked
package dev.capstan.gateway.limit;

import org.jspecify.annotations.NullMarked;
