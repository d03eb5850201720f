package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.ClientOrderIds;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.RequestOrigin;
import dev.capstan.kit.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns a request into the terms of an order; the client order id is a function of who asks with which key. */
public final class OrderFactory {

    private final UUID installationId;
    private final Ids ids;
    private final Clock clock;
    private final OrderSettings settings;

    public OrderFactory(UUID installationId, Ids ids, Clock clock, OrderSettings settings) {
        this.installationId = installationId;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** What makes the ids of this installation's orders its own. */
    public UUID installationId() {
        return installationId;
    }

    OrderTerms terms(NewOrder request) {
        Instant now = clock.instant();
        return new OrderTerms(
                OrderId.of(ids.next()),
                ClientOrderIds.of(
                        installationId, request.accountId(), request.actingSubject(), request.idempotencyKey()),
                request.accountId(),
                request.instrumentId(),
                request.actingSubject(),
                request.side(),
                request.orderType(),
                request.timeInForce(),
                request.quantity(),
                request.limitPrice(),
                request.triggerPrice(),
                new RequestOrigin(request.idempotencyKey(), fingerprint(request)),
                now,
                now.plus(settings.submitWithin()));
    }

    /** A field that came later is no part of it where it is not set: keys never expire, nor do the fingerprints kept with them. */
    private static String fingerprint(NewOrder request) {
        List<String> parts = new ArrayList<>(List.of(
                request.instrumentId().text(),
                request.side().name(),
                request.orderType().name(),
                request.timeInForce().name(),
                request.quantity().text(),
                request.limitPrice() == null ? "" : request.limitPrice().text()));
        if (request.triggerPrice() != null) {
            parts.add(request.triggerPrice().text());
        }
        return ClientOrderIds.fingerprint(parts.toArray(String[]::new));
    }
}
