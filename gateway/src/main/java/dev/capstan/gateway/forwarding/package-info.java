/**
 * From an accepted call to the service that owns its path, and back.
 *
 * <p>{@link dev.capstan.gateway.forwarding.JsonBodyFilter} reads and checks the body once ({@link
 * dev.capstan.gateway.forwarding.UploadFilter} where it is a file), {@link dev.capstan.gateway.forwarding.ReplicaExchange} makes the call: it goes to the next replica
 * only when a connection could not be opened, never again once bytes may have been sent. Headers pass by allow-list in both directions
 * ({@link dev.capstan.gateway.forwarding.ForwardedHeaders}).
 */
@NullMarked
package dev.capstan.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
