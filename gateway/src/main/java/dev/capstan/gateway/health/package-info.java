/**
 * How the whole system is, for whoever stands outside: {@code GET /api/health/live} and {@code GET /api/health/ready}.
 *
 * <p>{@link dev.capstan.gateway.health.Probes} asks the services all the time and remembers, so that the answer takes no longer when one
 * of them hangs. The gateway's own {@code /ready} (service-kit) speaks of this process alone.
 */
@NullMarked
package dev.capstan.gateway.health;

import org.jspecify.annotations.NullMarked;
