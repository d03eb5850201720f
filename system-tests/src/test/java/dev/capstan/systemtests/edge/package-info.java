/**
 * The edge under those who want too much of it: {@link dev.capstan.systemtests.edge.GatewayLimitsScenario}, with limits that can be
 * reached over two gateways.
 *
 * <p>Example: a user who reads at one gateway and the other by turns is refused at both within two seconds of his last read.
 */
@NullMarked
package dev.capstan.systemtests.edge;

import org.jspecify.annotations.NullMarked;
