package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.operation.Arrival;
import dev.capstan.simulator.binance.protocol.AccessErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.binance.stream.Subscription;
import dev.capstan.simulator.exchange.account.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a connection of the WebSocket API can ask about itself: who it belongs to, and which user data streams it listens to. */
final class SessionMethods {

    /** Answers a request. */
    interface Replies {
        void reply(RequestFrame frame, JsonNode result);
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int WEIGHT = 2;

    private final ApiServices services;
    private final Times times;
    private final Connection connection;
    private final Replies replies;
    private final LogOn logOn = new LogOn();
    private @Nullable Long logOnStream;

    SessionMethods(ApiServices services, Times times, Connection connection, Replies replies) {
        this.services = services;
        this.times = times;
        this.connection = connection;
        this.replies = replies;
    }

    /** Does what {@code frame} asks; false when it asks for nothing of this kind. */
    boolean handle(RequestFrame frame) {
        switch (frame.method()) {
            case "session.logon" -> enter(frame);
            case "session.logout" -> leave(frame);
            case "session.status" -> replies.reply(frame, status());
            case "session.subscriptions" -> replies.reply(frame, subscriptions());
            case "userDataStream.subscribe" -> logOnStream = (long) subscribe(frame, owner());
            case "userDataStream.subscribe.signature" -> {
                var _ = subscribe(
                        frame, services.gate().admit(arrival(frame, false)).account());
            }
            case "userDataStream.unsubscribe" -> unsubscribe(frame);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code frame} as it came in; one without a key is made with the key that logged on. */
    Arrival arrival(RequestFrame frame) {
        return arrival(frame, logOn.apiKey().isPresent() && !frame.parameters().containsKey("apiKey"));
    }

    private Arrival arrival(RequestFrame frame, boolean loggedOn) {
        String named = frame.parameters().getOrDefault("apiKey", "");
        return new Arrival(
                "WS",
                frame.method(),
                "/ws-api/v3",
                services.address(),
                loggedOn ? logOn.apiKey().orElse("") : named,
                new Parameters(frame.parameters()),
                frame.payload(),
                times,
                loggedOn);
    }

    void closed() {
        services.userStreams().closed(connection);
    }

    private void enter(RequestFrame frame) {
        Arrival arrival = arrival(frame, false);
        services.gate().admit(arrival);
        weigh();
        if (!services.gate().canLogOn(arrival.apiKey())) {
            throw AccessErrors.keyCannotLogOn();
        }
        logOn.enter(arrival.apiKey(), services.clock().micros());
        replies.reply(frame, status());
    }

    /** Ends the stream that was opened without a signature; those that brought one go on. */
    private void leave(RequestFrame frame) {
        Long stream = logOnStream;
        if (stream != null) {
            services.userStreams()
                    .unsubscribe(connection, stream, services.clock().micros());
        }
        logOnStream = null;
        logOn.leave();
        replies.reply(frame, status());
    }

    private JsonNode status() {
        return logOn.json(
                connection.openedAt() * 1_000L,
                services.clock().micros(),
                !services.userStreams().of(connection).isEmpty(),
                connection.showsRateLimits(),
                times);
    }

    private Account owner() {
        return logOn.apiKey().flatMap(services.gate()::account).orElseThrow(AccessErrors::unknownKey);
    }

    private int subscribe(RequestFrame frame, Account account) {
        weigh();
        Subscription subscription = services.userStreams()
                .subscribe(
                        connection,
                        account,
                        times,
                        opened -> replies.reply(frame, NODES.objectNode().put("subscriptionId", opened.id())));
        return subscription.id();
    }

    private void unsubscribe(RequestFrame frame) {
        Long id = new Parameters(frame.parameters()).whole("subscriptionId").orElse(null);
        if (!services.userStreams().unsubscribe(connection, id, services.clock().micros())) {
            throw AccessErrors.notSubscribed();
        }
        replies.reply(frame, NODES.objectNode());
    }

    private ArrayNode subscriptions() {
        ArrayNode all = NODES.arrayNode();
        services.userStreams().of(connection).forEach(each -> all.addObject().put("subscriptionId", each.id()));
        return all;
    }

    private void weigh() {
        services.limiter().weigh(services.address(), WEIGHT);
    }
}
