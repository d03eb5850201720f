/**
 * The edge under those who want too much of it: {@link dev.capstan.systemtests.edge.GatewayLimitsScenario}, with limits that can be
 * reached over two gateways, {@link dev.capstan.systemtests.edge.SlowCallersScenario} among connections that say nothing, {@link
 * dev.capstan.systemtests.edge.OpenConnectionsScenario} with a thousand callers who each ask once a second.
 *
 * <p>Example: 400 callers that drip a body into the first gateway, a byte every other second, must not show in how long another user's
 * read takes.
 */
@NullMarked
package dev.capstan.systemtests.edge;

import org.jspecify.annotations.NullMarked;
