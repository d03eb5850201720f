package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.VenueClock;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all accounts of one kind share: the address, connections, the venue's clock, the instruments and the request budget. */
public final class BinanceEnvironment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BinanceEnvironment.class);

    private final AccountKind kind;
    private final Clock systemClock;
    private final URI webSocketApi;
    private final BinanceHttp http;
    private final BinanceClock clock;
    private final BinanceInstruments instruments;
    private final CircuitBreaker streamBreaker;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    public BinanceEnvironment(AccountKind kind, URI rest, URI webSocketApi, Clock clock) {
        this.kind = kind;
        this.systemClock = clock;
        this.webSocketApi = webSocketApi;
        this.http = new BinanceHttp(rest, clock);
        this.clock = new BinanceClock(http, clock);
        this.instruments = new BinanceInstruments(http, clock);
        this.streamBreaker = new CircuitBreaker(clock);
    }

    public AccountKind kind() {
        return kind;
    }

    public URI webSocketApi() {
        return webSocketApi;
    }

    public VenueClock clock() {
        return clock;
    }

    /** The venue's time where a wrong one costs a repeat only: signatures of reads and subscriptions. */
    public Instant nowForReads() {
        return clock.nowOrOurs();
    }

    public Optional<Duration> clockOffset() {
        return clock.offset();
    }

    /** Whether REST answers, as far as the last regular question tells. */
    public boolean answers() {
        return clock.isAnswered();
    }

    public int usedWeight() {
        return http.budget().used();
    }

    public int grantedWeight() {
        return http.budget().limit();
    }

    /** How long the venue wants to hear nothing from us; zero when it listens. */
    public Duration pause() {
        return http.budget().ban();
    }

    /** For one account. */
    OrderCount newOrderCount() {
        return new OrderCount(systemClock);
    }

    List<OrderLimit> orderLimits() {
        return instruments.orderLimits();
    }

    public boolean knowsInstruments() {
        return instruments.isLoaded();
    }

    public Optional<InstrumentRules> rules(InstrumentId instrumentId) {
        return instruments.find(instrumentId);
    }

    /** Of the REST API: open while it answers nobody. */
    public CircuitBreaker restBreaker() {
        return http.breaker();
    }

    /** Of the WebSocket API that brings the user data streams. */
    public CircuitBreaker streamBreaker() {
        return streamBreaker;
    }

    /** What the venue measures limit prices of the instrument from now. */
    public Price referencePrice(InstrumentRules rules) {
        return instruments.referencePrice(rules);
    }

    /** Whether the rules were to be read again and could not be; the last known ones count all the same. */
    public boolean hasStaleRules() {
        return instruments.isStale();
    }

    /** Since the rules were read. */
    public Duration rulesAge() {
        return instruments.age();
    }

    BinanceHttp http() {
        return http;
    }

    void doubtRules() {
        instruments.doubt();
    }

    /**
     * Measures the clock and loads the rules when either is due. Called every second or so; what fails is due again. While the venue
     * answers nobody, the question for its clock is the one that finds out whether it does again.
     */
    public void refresh() {
        if (restBreaker().isOpen() && !answersAgain()) {
            return;
        }
        if (clock.isDue()) {
            attempt("clock", clock::measure);
        }
        if (instruments.isDue()) {
            attempt("instruments", instruments::load);
        }
    }

    private boolean answersAgain() {
        if (restBreaker().tryCall()) {
            attempt("clock", clock::measure);
        }
        return !restBreaker().isOpen();
    }

    /** After the venue said that our time is outside its window. */
    void remeasureClock() {
        attempt("clock", clock::measure);
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
            failing.remove(what);
        } catch (NoReplyException | VenueUnavailableException | MalformedReplyException e) {
            if (failing.add(what)) {
                LOG.warn("No {} from BINANCE {}, asking again every second: {}", what, kind, e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
