package dev.capstan.simulator;

import dev.capstan.simulator.control.ControlHandler;
import dev.capstan.simulator.page.PageHandler;
import dev.capstan.simulator.page.PageState;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The venue's server and the control API's: two, so that trouble on the one does not reach the other. */
final class HttpServers implements AutoCloseable {

    private static final int VENUE_THREADS = 24;
    private static final int CONTROL_THREADS = 6;
    private static final int FEWEST_THREADS = 4;

    /**
     * Longer than the JDK's client keeps a connection that it does not use, which is 30 s: a server that closes first would now and then close
     * just as an order arrives, and nobody could say what became of it.
     */
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final Server venue;
    private final Server control;

    private HttpServers(Server venue, Server control) {
        this.venue = venue;
        this.control = control;
    }

    static HttpServers start(
            SimulatorOptions options, BinanceFront front, PageState page, ControlHandler controlHandler) {
        Server venue = server("venue-http", VENUE_THREADS, options.host(), options.port());
        WebSocketUpgradeHandler upgrades = WebSocketUpgradeHandler.from(venue, front.webSockets()::addTo);
        upgrades.setHandler(new PageHandler(page, front.rest()));
        venue.setHandler(upgrades);
        Server control = server("control-http", CONTROL_THREADS, "127.0.0.1", options.controlPort());
        control.setHandler(controlHandler);
        HttpServers servers = new HttpServers(venue, control);
        start(venue, options.port());
        start(control, options.controlPort());
        return servers;
    }

    private static Server server(String name, int threads, String host, int port) {
        QueuedThreadPool pool = new QueuedThreadPool(threads, FEWEST_THREADS);
        pool.setName(name);
        Server server = new Server(pool);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(KEPT.toMillis());
        server.addConnector(connector);
        return server;
    }

    private static void start(Server server, int port) {
        try {
            server.start();
        } catch (BindException taken) {
            throw new IllegalArgumentException("port " + port + " is taken", taken);
        } catch (Exception failure) {
            throw new IllegalStateException("cannot start the server on port " + port, failure);
        }
    }

    int venuePort() {
        return portOf(venue);
    }

    int controlPort() {
        return portOf(control);
    }

    private static int portOf(Server server) {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        stop(venue);
        stop(control);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot stop a server", failure);
        }
    }
}
