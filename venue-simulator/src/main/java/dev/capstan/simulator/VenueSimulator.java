package dev.capstan.simulator;

import dev.capstan.simulator.binance.operation.Dispatcher;
import dev.capstan.simulator.binance.operation.Endpoints;
import dev.capstan.simulator.binance.operation.Gate;
import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.operation.RequestLimiter;
import dev.capstan.simulator.binance.rest.LimitHeaders;
import dev.capstan.simulator.binance.rest.RestHandler;
import dev.capstan.simulator.binance.stream.MarketStreams;
import dev.capstan.simulator.binance.stream.Publisher;
import dev.capstan.simulator.binance.stream.UserStreams;
import dev.capstan.simulator.binance.websocket.ApiServices;
import dev.capstan.simulator.binance.websocket.Connections;
import dev.capstan.simulator.binance.websocket.WebSocketRoutes;
import dev.capstan.simulator.control.ControlActions;
import dev.capstan.simulator.control.ControlHandler;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.ExchangeState;
import dev.capstan.simulator.exchange.VenueClock;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.journal.RequestJournal;
import dev.capstan.simulator.journal.StateJournal;
import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Instruments;
import dev.capstan.simulator.market.MarketClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/**
 * A running venue. Start one in a test, or as a process with {@link VenueSimulatorApplication}:
 *
 * <pre>{@code
 * try (VenueSimulator venue = VenueSimulator.start(SimulatorOptions.in(folder))) {
 *     adapter.connect(venue.restUrl(), venue.webSocketApiUrl());
 * }
 * }</pre>
 */
public final class VenueSimulator implements AutoCloseable {

    private static final long STEP_MILLIS = 150;
    private static final long RUNNING_CANDLE_MILLIS = 2_000;
    private static final long PING_MILLIS = 20_000;
    private static final String ADDRESS = "127.0.0.1";

    private final ScheduledExecutorService executor;
    private final StateJournal stateJournal;
    private final RequestJournal requestJournal;
    private final Connections connections;
    private final MarketStreams marketStreams;
    private final HttpServers servers;

    private VenueSimulator(
            ScheduledExecutorService executor,
            StateJournal stateJournal,
            RequestJournal requestJournal,
            Connections connections,
            MarketStreams marketStreams,
            HttpServers servers) {
        this.executor = executor;
        this.stateJournal = stateJournal;
        this.requestJournal = requestJournal;
        this.connections = connections;
        this.marketStreams = marketStreams;
        this.servers = servers;
    }

    /**
     * Starts a venue that goes on where the journals in its data folder end.
     *
     * @throws IllegalArgumentException when the options ask for something that cannot be
     */
    public static VenueSimulator start(SimulatorOptions options) {
        return start(options, Clock.systemUTC());
    }

    static VenueSimulator start(SimulatorOptions options, Clock wall) {
        makeFolder(options);
        VenueClock clock = new VenueClock(wall);
        ExchangeState state = new ExchangeState();
        StateJournal stateJournal = StateJournal.open(options.data(), state);
        RequestJournal requestJournal = RequestJournal.open(options.data());
        MarketClock marketClock = marketClock(options, state, clock);
        List<Instrument> instruments = instruments(options, marketClock);
        long cycle = options.loop() ? longest(instruments) : Long.MAX_VALUE;

        Faults faults = new Faults();
        UserStreams userStreams = new UserStreams(faults);
        MarketStreams marketStreams = new MarketStreams(clock, faults);
        Exchange exchange = new Exchange(
                state,
                stateJournal,
                clock,
                marketClock,
                instruments,
                cycle,
                options.limits().orders(),
                new Publisher(userStreams, marketStreams, seriesOf(instruments)));

        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("venue-", 0).factory());
        Later later = new Later(executor);
        RequestLimiter limiter = new RequestLimiter(options.limits(), clock);
        Gate gate = new Gate(exchange, clock, requestJournal);
        Endpoints endpoints = new Endpoints(exchange, clock, options.limits());
        Dispatcher dispatcher = new Dispatcher(limiter, gate, faults, later);
        Connections connections = new Connections(clock);
        ApiServices services =
                new ApiServices(endpoints, dispatcher, gate, limiter, options.limits(), userStreams, later, ADDRESS);

        HttpServers servers = HttpServers.start(
                options,
                new RestHandler(endpoints, dispatcher, new LimitHeaders(limiter, exchange, ADDRESS), later, ADDRESS),
                new WebSocketRoutes(services, marketStreams, connections),
                new ControlHandler(new ControlActions(
                        exchange,
                        clock,
                        requestJournal,
                        faults,
                        userStreams,
                        connections,
                        () -> epochName(marketClock, cycle, clock))));
        later.every(STEP_MILLIS, exchange::play);
        later.every(RUNNING_CANDLE_MILLIS, () -> marketStreams.sendRunningCandles(exchange));
        later.every(PING_MILLIS, connections::ping);
        return new VenueSimulator(executor, stateJournal, requestJournal, connections, marketStreams, servers);
    }

    private static void makeFolder(SimulatorOptions options) {
        try {
            Files.createDirectories(options.data());
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot make the folder " + options.data(), impossible);
        }
    }

    private static MarketClock marketClock(SimulatorOptions options, ExchangeState state, VenueClock clock) {
        long now = clock.wallMicros() / 1_000L;
        return state.clock()
                .filter(known -> known.epoch().equals(options.epoch()))
                .map(known ->
                        known.speed() == options.speedMillis() ? known : known.withSpeed(now, options.speedMillis()))
                .orElseGet(() -> MarketClock.begin(options.epoch(), now, options.speedMillis()));
    }

    private static List<Instrument> instruments(SimulatorOptions options, MarketClock market) {
        return options.replay().isEmpty()
                ? Instruments.synthetic(options.seed(), market.origin())
                : Instruments.replayed(options.replay());
    }

    private static long longest(List<Instrument> instruments) {
        return instruments.stream().mapToLong(Instrument::playMillis).max().orElse(Long.MAX_VALUE);
    }

    private static Map<String, CandleSeries> seriesOf(List<Instrument> instruments) {
        return instruments.stream()
                .collect(Collectors.toMap(each -> each.listing().symbol(), Instrument::series));
    }

    private static String epochName(MarketClock market, long cycle, VenueClock clock) {
        long round = market.elapsedAt(clock.wallMicros() / 1_000L) / cycle;
        return round == 0 ? market.epoch() : market.epoch() + "-" + (round + 1);
    }

    /** Port of the venue: REST, WebSocket API and market streams. */
    public int port() {
        return servers.venuePort();
    }

    /** Port of the control API. */
    public int controlPort() {
        return servers.controlPort();
    }

    public String restUrl() {
        return "http://127.0.0.1:" + port();
    }

    public String webSocketApiUrl() {
        return "ws://127.0.0.1:" + port() + "/ws-api/v3";
    }

    public String streamUrl() {
        return "ws://127.0.0.1:" + port();
    }

    public String controlUrl() {
        return "http://127.0.0.1:" + controlPort();
    }

    /** Says good-bye to whoever is connected and ends; the journals stay. */
    @Override
    public void close() {
        marketStreams.sendShutdown();
        connections.closeAll();
        servers.close();
        executor.shutdownNow();
        try {
            stateJournal.close();
            requestJournal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the journals", failure);
        }
    }
}
