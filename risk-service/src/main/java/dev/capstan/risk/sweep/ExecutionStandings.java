package dev.capstan.risk.sweep;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.kit.security.ServiceClients;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** {@link Standings} by HTTP. */
@Component
class ExecutionStandings implements Standings {

    private final ServiceClients clients;

    ExecutionStandings(ServiceClients clients) {
        this.clients = clients;
    }

    @Override
    public List<OrderStanding> of(List<ClientOrderId> clientOrderIds) {
        Answer answer = clients.to("execution")
                .post()
                .uri("/internal/orders/standings")
                .body(new Question(clientOrderIds))
                .retrieve()
                .body(Answer.class);
        return Objects.requireNonNull(answer, "execution answered nothing").items();
    }

    private record Question(List<ClientOrderId> clientOrderIds) {}

    private record Answer(List<OrderStanding> items) {}
}
