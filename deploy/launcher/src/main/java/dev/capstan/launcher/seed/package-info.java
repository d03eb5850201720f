/**
 * What a fresh local stack is filled with, so that the first order can be placed at once: demo users with random passwords, and
 * a PAPER account that trades on the simulated venue.
 *
 * <p>{@link dev.capstan.launcher.seed.Seeding} does it through the same doors everybody uses (Keycloak's admin API, the simulator's
 * control API, the gateway), and may be repeated at any time: it looks before it makes, and its one order-like call carries a fixed
 * idempotency key.
 */
@NullMarked
package dev.capstan.launcher.seed;

import org.jspecify.annotations.NullMarked;
