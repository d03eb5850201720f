package dev.capstan.gateway.architecture.wrong.idempotency;

import dev.capstan.gateway.architecture.wrong.forwarding.ForwardingThatRemembers;
import java.util.function.Supplier;

/** Closes the cycle. */
public record IdempotencyThatForwards(Supplier<ForwardingThatRemembers> forwarding) {

    String describe() {
        return forwarding.get().toString();
    }
}
