package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource.Access;
import dev.capstan.execution.venue.adapter.binance.websocket.UserDataStreams;
import dev.capstan.execution.venue.domain.KnownBalances;
import dev.capstan.execution.venue.domain.VenueBalance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stream's balances where there is a stream; otherwise what the venue said a moment ago, asked for once however many ask. */
@Component
class BinanceKnownBalances implements KnownBalances {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final UserDataStreams streams;
    private final StreamSource source;
    private final Clock clock;
    private final Map<AccountId, Read> reads = new ConcurrentHashMap<>();

    BinanceKnownBalances(UserDataStreams streams, StreamSource source, Clock clock) {
        this.streams = streams;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public List<VenueBalance> of(AccountId accountId) {
        return streams.balances(accountId).orElseGet(() -> recent(accountId));
    }

    /** Computed under the map's lock for the account: one call to the venue for all who wait. */
    private List<VenueBalance> recent(AccountId accountId) {
        return reads.compute(accountId, (id, last) -> isFresh(last) ? last : read(id))
                .balances();
    }

    private boolean isFresh(@Nullable Read last) {
        return last != null && clock.instant().isBefore(last.at().plus(FRESH));
    }

    private Read read(AccountId accountId) {
        Access access = source.access(accountId);
        Instant askedAt = access.environment().nowForReads();
        List<VenueBalance> balances = access.client().balances();
        streams.learnBalances(accountId, balances, askedAt);
        return new Read(balances, clock.instant());
    }

    private record Read(List<VenueBalance> balances, Instant at) {}
}
