/**
 * How this service calls the others: {@link dev.capstan.kit.security.ServiceClients} with this service's own token, the current
 * correlation id, time limits, and a list of replicas.
 *
 * <p>A token is fetched from Keycloak with client credentials, kept, and fetched anew shortly before it ends. The next replica is tried only
 * when a connection was refused, so that a request is never sent to two of them.
 */
@NullMarked
package dev.capstan.kit.client;

import org.jspecify.annotations.NullMarked;
