package dev.capstan.strategy.run.adapter.http;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.application.Installation;
import dev.capstan.strategy.run.application.OrderDesk;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** execution-service. */
@Component
class HttpOrderDesk implements OrderDesk, Installation {

    private static final String SERVICE = "execution";

    private final ServiceClients clients;
    private final Asking asking;
    private final EventJson json;
    private volatile @Nullable UUID installation;

    HttpOrderDesk(ServiceClients clients, Asking asking, EventJson json) {
        this.clients = clients;
        this.asking = asking;
        this.json = json;
    }

    private record Order(
            AccountId accountId,
            InstrumentId instrumentId,
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            String quantity) {}

    private record Placed(OrderId orderId) {}

    private record Refusal(
            String code, @Nullable String detail, @Nullable OrderId orderId) {}

    private record Question(List<String> clientOrderIds) {}

    private record Standings(List<OrderStanding> items) {}

    private record InstallationId(UUID installationId) {}

    @Override
    public Answer place(RunSpec spec, String owner, Attempt attempt) {
        Order order = new Order(
                spec.accountId(),
                spec.instrumentId(),
                attempt.side(),
                OrderType.MARKET,
                TimeInForce.GTC,
                Decimal8.decimal(attempt.quantity()).stripTrailingZeros().toPlainString());
        try {
            return Objects.requireNonNull(clients.to(SERVICE)
                    .post()
                    .uri("/api/orders")
                    .header(ServiceClients.ON_BEHALF_OF, owner)
                    .header(CallKey.HEADER, attempt.key())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.write(order))
                    .exchange((_, answer) -> read(
                            answer.getStatusCode().value(), answer.getBody().readAllBytes())));
        } catch (RestClientException e) {
            return new Answer.None(String.valueOf(e.getMessage()));
        }
    }

    private Answer read(int status, byte[] body) {
        if (status == 201) {
            return new Answer.Known(json.read(body, Placed.class).orderId());
        }
        // Not now (408, 429), not yet, or nobody knows.
        if (status < 400 || status >= 500 || status == 408 || status == 429 || status == 401) {
            return new Answer.None("status " + status);
        }
        Refusal refusal = json.read(body, Refusal.class);
        OrderId denied = refusal.orderId();
        return refusal.code().equals(ProblemCode.ORDER_DENIED.name()) && denied != null
                ? new Answer.Known(denied)
                : new Answer.Refused("status=" + status + " code=" + refusal.code() + " detail=" + refusal.detail());
    }

    @Override
    public Optional<Boolean> has(Attempt attempt) {
        try {
            byte[] answer = clients.to(SERVICE)
                    .post()
                    .uri("/internal/orders/standings")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.write(
                            new Question(List.of(attempt.clientOrderId().text()))))
                    .retrieve()
                    .body(byte[].class);
            return json.read(Objects.requireNonNull(answer), Standings.class).items().stream()
                    .map(standing -> standing.status() != null)
                    .findFirst();
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }

    @Override
    public UUID id() {
        UUID known = installation;
        if (known == null) {
            known = asking.get(
                            SERVICE, uri -> uri.path("/internal/installation").build(), InstallationId.class)
                    .map(InstallationId::installationId)
                    .orElseThrow(() -> ProblemException.of(
                            ProblemCode.SERVICE_UNAVAILABLE,
                            "execution-service does not say which installation it is."));
            installation = known;
        }
        return known;
    }
}
