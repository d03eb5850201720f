/**
 * How a service calls another: {@link dev.capstan.kit.security.ServiceClients} made real with the JDK's HTTP client, a token of our own
 * that is renewed before it ends, the correlation id, and replicas tried in turn.
 */
@NullMarked
package dev.capstan.kit.client;

import org.jspecify.annotations.NullMarked;
