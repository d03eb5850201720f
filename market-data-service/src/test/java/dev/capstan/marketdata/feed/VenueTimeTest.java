package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.marketdata.binance.Kline;
import dev.capstan.marketdata.binance.VenueApi;
import dev.capstan.marketdata.instrument.ListedInstrument;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VenueTimeTest {

    private final MovableClock clock = MovableClock.at("2026-01-01T00:00:00Z");
    private final SlowVenue venue = new SlowVenue();
    private final VenueTime time = new VenueTime(venue, () -> true, clock, new SimpleMeterRegistry());

    @Test
    void takesTheMiddleOfTheRoundTripForTheMomentOfTheAnswer() throws InterruptedException {
        assertThat(time.offsetMillis()).isNull();
        assertThat(time.offset()).isZero();
        venue.ahead = Duration.ofSeconds(3);
        venue.oneWay = Duration.ofMillis(100);
        time.measure();
        assertThat(time.offsetMillis()).isEqualTo(3_000);
    }

    @Test
    void learnsNothingFromALongRoundTrip() throws InterruptedException {
        time.measure();
        venue.ahead = Duration.ofSeconds(3);
        venue.oneWay = Duration.ofMillis(501);
        time.measure();
        assertThat(time.offsetMillis()).isZero();
    }

    /** Answers half-way through a round trip that takes the test's clock along. */
    private final class SlowVenue implements VenueApi {

        private Duration ahead = Duration.ZERO;
        private Duration oneWay = Duration.ZERO;

        @Override
        public Instant time() {
            clock.advance(oneWay);
            Instant answer = clock.instant().plus(ahead);
            clock.advance(oneWay);
            return answer;
        }

        @Override
        public List<ListedInstrument> read() {
            return List.of();
        }

        @Override
        public List<Kline> read(InstrumentId instrumentId, String timeframe, Instant from) {
            return List.of();
        }

        @Override
        public Optional<Kline> latest(InstrumentId instrumentId, String timeframe) {
            return Optional.empty();
        }
    }
}
