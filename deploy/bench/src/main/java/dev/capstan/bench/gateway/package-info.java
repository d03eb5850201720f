/**
 * {@code capstan bench gateway}: what a checked and limited read costs in our gateway, beside the same read through the same gateway library
 * with nothing of ours, in the same run.
 *
 * <p>{@link dev.capstan.bench.gateway.GatewayBench} is the course of a run, {@link dev.capstan.bench.gateway.ClosedLoop} asks, {@link
 * dev.capstan.bench.gateway.BareProcess} is the other side, {@link dev.capstan.bench.gateway.OpenConnections} are the
 * callers who stay, {@link dev.capstan.bench.gateway.GatewayReport} tells it.
 */
@NullMarked
package dev.capstan.bench.gateway;

import org.jspecify.annotations.NullMarked;
