package dev.capstan.simulator;

import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.stream.BookStreams;
import dev.capstan.simulator.binance.stream.Publisher;
import dev.capstan.simulator.binance.stream.TickerStreams;
import dev.capstan.simulator.control.ControlActions;
import dev.capstan.simulator.control.ControlHandler;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.page.PageState;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

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
    private static final long BOOK_MILLIS = 100;
    private static final long TICKER_MILLIS = 1_000;
    private static final long RUNNING_CANDLE_MILLIS = 2_000;

    private final VenueClock clock;
    private final Journals journals;
    private final StreamHub streams;
    private final ScheduledExecutorService executor;
    private final HttpServers servers;

    private VenueSimulator(
            VenueClock clock,
            Journals journals,
            StreamHub streams,
            ScheduledExecutorService executor,
            HttpServers servers) {
        this.clock = clock;
        this.journals = journals;
        this.streams = streams;
        this.executor = executor;
        this.servers = servers;
    }

    /**
     * Starts a venue that goes on where the journals in its data folder end.
     *
     * @throws IllegalArgumentException when the options ask for something that cannot be
     */
    public static VenueSimulator start(SimulatorOptions options) {
        VenueClock clock = new VenueClock(Clock.systemUTC());
        ExchangeState state = new ExchangeState();
        Journals journals = Journals.open(options.data(), state);
        try {
            return start(options, clock, state, journals);
        } catch (RuntimeException failure) {
            journals.close();
            throw failure;
        }
    }

    private static VenueSimulator start(
            SimulatorOptions options, VenueClock clock, ExchangeState state, Journals journals) {
        MarketSetup market = MarketSetup.of(options, state, clock);
        Faults faults = new Faults();
        StreamHub streams = StreamHub.of(clock, faults, options.connections());
        Exchange exchange = new Exchange(
                state,
                journals.state(),
                clock,
                market.clock(),
                market.instruments(),
                market.cycleMillis(),
                options.limits().orders(),
                new Publisher(streams.userStreams(), streams.marketStreams(), market.series()));
        // What the market did while nobody was here happens before anybody can ask.
        exchange.play();
        BookStreams books = new BookStreams(streams.marketStreams(), exchange, clock);
        TickerStreams tickers = new TickerStreams(streams.marketStreams(), exchange, clock);

        ScheduledExecutorService executor = executor();
        Later later = new Later(executor);
        Supplier<String> epoch = () -> market.epochAt(exchange.elapsed());
        ControlActions control = new ControlActions(
                exchange,
                clock,
                journals.requests(),
                faults,
                streams.userStreams(),
                streams.marketStreams(),
                streams.connections(),
                later,
                epoch);
        HttpServers servers = HttpServers.start(
                options,
                BinanceFront.of(exchange, clock, journals.requests(), options.limits(), faults, streams, later),
                new PageState(exchange, clock, faults, epoch),
                new ControlHandler(control));
        later.every(STEP_MILLIS, exchange::play);
        later.every(BOOK_MILLIS, books::tick);
        later.every(TICKER_MILLIS, tickers::tick);
        later.every(RUNNING_CANDLE_MILLIS, () -> streams.marketStreams().sendRunningCandles(exchange));
        later.every(options.connections().pingEvery(), streams.connections()::ping);
        return new VenueSimulator(clock, journals, streams, executor, servers);
    }

    private static ScheduledExecutorService executor() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("venue-", 0).factory());
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
        streams.close(clock.micros());
        servers.close();
        executor.shutdownNow();
        journals.close();
    }
}
