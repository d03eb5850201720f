/**
 * The edge of Capstan: every call from outside enters here and nowhere else.
 *
 * <p>A call passes, in this order: {@code perimeter}, the token check (service-kit), {@code limit}, the body check ({@code forwarding}), for calls that change something
 * the idempotency claim ({@code idempotency}), and then goes to the service that owns its path ({@code forwarding}). There are no
 * business rules: what a service says is what the caller reads.
 *
 * <p>Example: {@code POST /api/orders} with a key seen before is answered from the stored answer, and execution-service hears nothing.
 */
@NullMarked
package dev.capstan.gateway;

import org.jspecify.annotations.NullMarked;
