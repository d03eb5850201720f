/**
 * The edge under those who want too much of it: {@link dev.capstan.systemtests.edge.GatewayLimitsScenario}, with limits that can be
 * reached over two gateways, and {@link dev.capstan.systemtests.edge.SlowCallersScenario} among connections that say nothing.
 *
 * <p>Example: 400 callers that drip a body into the first gateway, a byte every other second, must not show in how long another user's
 * read takes.
 */
@NullMarked
package dev.capstan.systemtests.edge;

import org.jspecify.annotations.NullMarked;
