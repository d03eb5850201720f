package dev.capstan.execution.order.adapter.risk;

import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.execution.order.application.Reservations;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.kit.security.ServiceClients;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks risk-service. Whatever is no plain answer counts as none: the question may be repeated, it reserves nothing twice. */
public final class HttpReservations implements Reservations {

    private static final Logger log = LoggerFactory.getLogger(HttpReservations.class);

    private final RestClient risk;

    public HttpReservations(ServiceClients services) {
        this.risk = services.to("risk");
    }

    @Override
    public Optional<ReservationAnswer> reserve(OrderTerms terms) {
        try {
            return Optional.ofNullable(risk.post()
                    .uri("/internal/risk/reservations")
                    .body(request(terms))
                    .retrieve()
                    .body(ReservationAnswer.class));
        } catch (RestClientException unanswered) {
            log.warn("Risk gave no answer for {}: {}", terms.clientOrderId(), unanswered.getMessage());
            return Optional.empty();
        }
    }

    private static ReservationRequest request(OrderTerms terms) {
        return new ReservationRequest(
                terms.accountId(),
                terms.clientOrderId(),
                terms.orderId(),
                terms.instrumentId(),
                terms.side(),
                terms.orderType(),
                terms.quantity(),
                terms.limitPrice(),
                terms.triggerPrice());
    }
}
