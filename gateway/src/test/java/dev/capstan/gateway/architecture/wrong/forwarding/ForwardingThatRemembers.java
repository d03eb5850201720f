package dev.capstan.gateway.architecture.wrong.forwarding;

import dev.capstan.gateway.architecture.wrong.idempotency.IdempotencyThatForwards;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks both rules. */
public record ForwardingThatRemembers(JdbcClient jdbc, IdempotencyThatForwards idempotency) {}
