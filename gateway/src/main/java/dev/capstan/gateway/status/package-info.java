/**
 * {@code GET /api/status}: one answer about all services and each of their replicas.
 *
 * <p>{@link dev.capstan.gateway.status.ReplicaWatch} asks every replica once a second for its {@code /health} and {@code /ready} and
 * remembers what it said and since when; so the answer is there at once, whatever hangs. Unlike {@code /api/health/ready}, which says
 * whether calls can be served, it tells which process is how.
 */
@NullMarked
package dev.capstan.gateway.status;

import org.jspecify.annotations.NullMarked;
