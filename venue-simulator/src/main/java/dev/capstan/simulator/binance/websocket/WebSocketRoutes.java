package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.Form;
import dev.capstan.simulator.binance.protocol.Times;
import dev.capstan.simulator.binance.stream.MarketStreams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;

/** Which address leads to which kind of WebSocket connection. */
public final class WebSocketRoutes {

    private static final long LARGEST_MESSAGE = 1 << 20;

    private final ApiServices services;
    private final MarketStreams streams;
    private final Connections connections;

    public WebSocketRoutes(ApiServices services, MarketStreams streams, Connections connections) {
        this.services = services;
        this.streams = streams;
        this.connections = connections;
    }

    /** Adds the addresses to {@code container}. */
    public void addTo(ServerWebSocketContainer container) {
        // The venue's own pings, not an idle time, decide how long a connection lives.
        container.setIdleTimeout(Duration.ZERO);
        container.setMaxTextMessageSize(LARGEST_MESSAGE);
        container.addMapping("/ws-api/*", new Creator((path, query) -> api(query)));
        container.addMapping(
                "/ws/*", new Creator((path, query) -> stream(path.replaceFirst("^/ws/?", ""), false, query)));
        container.addMapping(
                "/stream/*", new Creator((path, query) -> stream(query.getOrDefault("streams", ""), true, query)));
    }

    private Connection.Role api(Map<String, String> query) {
        return new ApiSession(services, Times.parse(query.get("timeUnit")));
    }

    private Connection.Role stream(String names, boolean combined, Map<String, String> query) {
        List<String> initial = StreamSession.namesIn(names);
        int perSecond = services.limits().messagesPerSecond();
        return new StreamSession(streams, initial, combined, Times.parse(query.get("timeUnit")), perSecond);
    }

    private interface Roles {
        Connection.Role at(String path, Map<String, String> query);
    }

    private final class Creator implements WebSocketCreator {

        private final Roles roles;

        Creator(Roles roles) {
            this.roles = roles;
        }

        @Override
        public @Nullable Object createWebSocket(
                ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            if (!connections.isOpenForNew()) {
                Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
                return null;
            }
            try {
                services.limiter().connection(services.address());
                return connection(request);
            } catch (ApiException refused) {
                Response.writeError(request, response, callback, refused.status(), refused.text());
                return null;
            }
        }

        private Connection connection(Request request) {
            String raw = request.getHttpURI().getQuery();
            Map<String, String> query = Form.decode(raw == null ? "" : raw, "");
            String path = Request.getPathInContext(request);
            return new Connection(query, roles.at(path, query), connections);
        }
    }
}
