package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.operation.Dispatcher;
import dev.capstan.simulator.binance.operation.Endpoint;
import dev.capstan.simulator.binance.operation.Outcome;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.Times;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One connection to the WebSocket API: requests as JSON frames, each answered in a frame. */
final class ApiSession implements Connection.Role {

    private static final Logger LOG = Logger.getLogger(ApiSession.class.getName());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ApiServices services;
    private final Times times;
    private @Nullable Connection connection;
    private @Nullable SessionMethods methods;

    ApiSession(ApiServices services, Times times) {
        this.services = services;
        this.times = times;
    }

    @Override
    public void opened(Connection opened) {
        connection = opened;
        methods = new SessionMethods(services, times, opened, (frame, result) -> reply(opened, frame, 200, result));
    }

    @Override
    public void closed() {
        if (methods != null) {
            methods.closed();
        }
    }

    @Override
    public void received(String message) {
        Connection open = connection;
        SessionMethods own = methods;
        if (open == null || own == null) {
            throw new IllegalStateException("expected the connection to be open");
        }
        try {
            handle(open, own, RequestFrame.parse(message));
        } catch (ApiException malformed) {
            ObjectNode json = NODES.objectNode().putNull("id").put("status", malformed.status());
            json.set("error", Dispatcher.error(malformed));
            open.send(json.toString());
        }
    }

    private void handle(Connection open, SessionMethods own, RequestFrame frame) {
        try {
            if (!own.handle(frame)) {
                operation(open, own, frame);
            }
        } catch (ApiException refused) {
            reply(open, frame, refused.status(), Dispatcher.error(refused));
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "a request failed", failure);
            reply(open, frame, 500, Dispatcher.error(ApiErrors.unknown()));
        }
    }

    private void operation(Connection open, SessionMethods own, RequestFrame frame) {
        Endpoint endpoint = services.endpoints().webSocket(frame.method()).orElseThrow(ApiErrors::unknownMethod);
        Outcome outcome = services.dispatcher().dispatch(endpoint, own.arrival(frame));
        switch (outcome) {
            case Outcome.Answer answer ->
                services.later().after(answer.delayMillis(), () -> reply(open, frame, answer.status(), answer.body()));
            case Outcome.Unanswered unanswered -> services.later().after(unanswered.delayMillis(), open::disconnect);
        }
    }

    private void reply(Connection open, RequestFrame frame, int status, JsonNode body) {
        ObjectNode json = NODES.objectNode();
        json.set("id", frame.id());
        json.put("status", status);
        json.set(status < 300 ? "result" : "error", body);
        if (frame.wantsRateLimits() && open.showsRateLimits()) {
            json.set("rateLimits", services.rateLimits());
        }
        open.send(json.toString());
    }
}
