/** Wrong on purpose. */
@NullMarked
package dev.capstan.gateway.architecture.wrong.idempotency;

import org.jspecify.annotations.NullMarked;
