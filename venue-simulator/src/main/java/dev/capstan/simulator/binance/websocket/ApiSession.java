package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.operation.Arrival;
import dev.capstan.simulator.binance.operation.Call;
import dev.capstan.simulator.binance.operation.Dispatcher;
import dev.capstan.simulator.binance.operation.Endpoint;
import dev.capstan.simulator.binance.operation.Outcome;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.binance.stream.Subscription;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One connection to the WebSocket API: requests as JSON frames, and the user data streams it subscribed to. */
final class ApiSession implements Connection.Role {

    private static final Logger LOG = Logger.getLogger(ApiSession.class.getName());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SUBSCRIBE_WEIGHT = 2;

    private final ApiServices services;
    private final Times times;
    private @Nullable Connection connection;

    ApiSession(ApiServices services, Times times) {
        this.services = services;
        this.times = times;
    }

    @Override
    public void opened(Connection opened) {
        connection = opened;
    }

    @Override
    public void closed() {
        if (connection != null) {
            services.userStreams().unsubscribeAll(connection);
        }
    }

    @Override
    public void received(String message) {
        try {
            handle(RequestFrame.parse(message));
        } catch (ApiException malformed) {
            send(
                    NODES.objectNode().putNull("id").put("status", malformed.status()),
                    "error",
                    Dispatcher.error(malformed));
        }
    }

    private void handle(RequestFrame frame) {
        try {
            switch (frame.method()) {
                case "userDataStream.subscribe.signature" -> subscribe(frame);
                case "userDataStream.unsubscribe" -> unsubscribe(frame);
                case "session.subscriptions" -> reply(frame, 200, subscriptions());
                default -> operation(frame);
            }
        } catch (ApiException refused) {
            reply(frame, refused.status(), Dispatcher.error(refused));
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "a request failed", failure);
            reply(frame, 500, Dispatcher.error(ApiErrors.unknown()));
        }
    }

    private void operation(RequestFrame frame) {
        Endpoint endpoint = services.endpoints().webSocket(frame.method()).orElseThrow(ApiErrors::unknownMethod);
        Outcome outcome = services.dispatcher().dispatch(endpoint, arrival(frame));
        switch (outcome) {
            case Outcome.Answer answer ->
                services.later().after(answer.delayMillis(), () -> reply(frame, answer.status(), answer.body()));
            case Outcome.Unanswered unanswered -> services.later().after(unanswered.delayMillis(), open()::disconnect);
        }
    }

    private void subscribe(RequestFrame frame) {
        Call call = services.gate().admit(arrival(frame));
        services.limiter().weigh(services.address(), SUBSCRIBE_WEIGHT);
        if (call.signedBy() == null) {
            throw ApiErrors.unknownKey();
        }
        // The reply goes out first: no event may overtake the id it is wrapped with.
        Subscription subscription = services.userStreams().reserve(open(), call.signedBy(), times);
        reply(frame, 200, NODES.objectNode().put("subscriptionId", subscription.id()));
        services.userStreams().start(subscription);
    }

    private void unsubscribe(RequestFrame frame) {
        Long id = new Parameters(frame.parameters()).whole("subscriptionId").orElse(null);
        if (!services.userStreams().unsubscribe(open(), id)) {
            throw ApiErrors.notSubscribed();
        }
        reply(frame, 200, NODES.objectNode());
    }

    private ArrayNode subscriptions() {
        ArrayNode all = NODES.arrayNode();
        services.userStreams().of(open()).forEach(each -> all.addObject().put("subscriptionId", each.id()));
        return all;
    }

    private Arrival arrival(RequestFrame frame) {
        return new Arrival(
                "WS",
                frame.method(),
                "/ws-api/v3",
                services.address(),
                frame.parameters().getOrDefault("apiKey", ""),
                new Parameters(frame.parameters()),
                frame.payload(),
                times);
    }

    private void reply(RequestFrame frame, int status, JsonNode body) {
        ObjectNode json = NODES.objectNode();
        json.set("id", frame.id());
        json.put("status", status);
        if (frame.wantsRateLimits() && !"false".equals(open().query().get("returnRateLimits"))) {
            send(json, status < 300 ? "result" : "error", body, services.rateLimits());
        } else {
            send(json, status < 300 ? "result" : "error", body);
        }
    }

    private void send(ObjectNode json, String name, JsonNode body) {
        json.set(name, body);
        open().send(json.toString());
    }

    private void send(ObjectNode json, String name, JsonNode body, JsonNode rateLimits) {
        json.set(name, body);
        json.set("rateLimits", rateLimits);
        open().send(json.toString());
    }

    private Connection open() {
        if (connection == null) {
            throw new IllegalStateException("expected the connection to be open");
        }
        return connection;
    }
}
