package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.PriceBands;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instruments at one address: loaded at start, every hour, and soon after the venue refused an order by a filter. */
final class BinanceInstruments {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofHours(2);
    private static final Duration STALE_IN_DOUBT = Duration.ofMinutes(1);

    private final BinanceHttp http;
    private final Clock clock;
    private volatile @Nullable Map<InstrumentId, InstrumentRules> rules;
    private volatile List<OrderLimit> orderLimits = List.of();
    private volatile Instant loadedAt = Instant.EPOCH;
    private volatile @Nullable Instant doubtedAt;

    BinanceInstruments(BinanceHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    boolean isLoaded() {
        return rules != null;
    }

    Optional<InstrumentRules> find(InstrumentId instrumentId) {
        Map<InstrumentId, InstrumentRules> known = rules;
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(instrumentId));
    }

    /** Whether the rules are not what they should be by now: the venue was away when they were to be read again. */
    boolean isStale() {
        Instant doubted = doubtedAt;
        return age().compareTo(STALE) >= 0
                || (doubted != null && !clock.instant().isBefore(doubted.plus(STALE_IN_DOUBT)));
    }

    /** Since the rules were read; since ever before the first time. */
    Duration age() {
        return Duration.between(loadedAt, clock.instant());
    }

    /**
     * What the venue measures limit prices from now.
     *
     * @throws VenueUnavailableException when it gives none
     */
    Price referencePrice(InstrumentRules rules) {
        PriceBands bands = rules.priceBands();
        boolean average = bands != null && bands.averageMinutes() > 0;
        try {
            Reply reply = http.get(
                    average ? Read.AVERAGE_PRICE : Read.LAST_PRICE,
                    "symbol=" + rules.instrumentId().symbol(),
                    null);
            if (!reply.ok()) {
                throw new VenueUnavailableException(
                        "reference price: " + reply.error().describe());
            }
            return Fields.ofObject(reply.body()).price("price");
        } catch (NoReplyException | MalformedReplyException e) {
            throw new VenueUnavailableException("reference price: " + e.getMessage(), e);
        }
    }

    /** How many orders an account may place; nothing is known before the first load. */
    List<OrderLimit> orderLimits() {
        return orderLimits;
    }

    /** The venue refused by a filter what our rules let pass. */
    void doubt() {
        if (doubtedAt == null) {
            doubtedAt = clock.instant();
        }
    }

    boolean isDue() {
        return age().compareTo(INTERVAL) >= 0 || (doubtedAt != null && age().compareTo(SHORTEST) >= 0);
    }

    /**
     * Loads all rules; the old ones stay until the new ones are whole.
     *
     * @throws NoReplyException when there is no usable answer
     */
    void load() {
        Reply reply = http.get(Read.RULES, "", null);
        if (!reply.ok()) {
            throw new NoReplyException("exchangeInfo: " + reply.error().describe(), null);
        }
        ExchangeInfo info = ExchangeInfo.parse(reply.body());
        info.weightPerMinute().ifPresent(http.budget()::limit);
        orderLimits = info.orderLimits();
        rules = info.rules();
        doubtedAt = null;
        loadedAt = clock.instant();
    }
}
