package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.venue.domain.InstrumentRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instruments at one address: loaded at start, every hour, and soon after the venue refused an order by a filter. */
final class BinanceInstruments {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final BinanceHttp http;
    private final Clock clock;
    private volatile @Nullable Map<InstrumentId, InstrumentRules> rules;
    private volatile Instant loadedAt = Instant.EPOCH;
    private volatile boolean doubted;

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

    /** The venue refused by a filter what our rules let pass. */
    void doubt() {
        doubted = true;
    }

    boolean isDue() {
        Duration age = Duration.between(loadedAt, clock.instant());
        return age.compareTo(INTERVAL) >= 0 || (doubted && age.compareTo(SHORTEST) >= 0);
    }

    /**
     * Loads all rules; the old ones stay until the new ones are whole.
     *
     * @throws NoReplyException when there is no usable answer
     */
    void load() {
        Reply reply = http.get("/api/v3/exchangeInfo", "", null);
        if (!reply.ok()) {
            throw new NoReplyException("exchangeInfo: " + reply.error().describe(), null);
        }
        ExchangeInfo info = ExchangeInfo.parse(reply.body());
        info.weightPerMinute().ifPresent(http.weight()::limit);
        rules = info.rules();
        doubted = false;
        loadedAt = clock.instant();
    }
}
