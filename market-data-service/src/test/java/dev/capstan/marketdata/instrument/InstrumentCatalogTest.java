package dev.capstan.marketdata.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentCatalogTest {

    private static final List<ListedInstrument> LISTED = List.of(new ListedInstrument(
            InstrumentId.parse("BTCUSDT.BINANCE"),
            Asset.parse("BTC"),
            Asset.parse("USDT"),
            Price.parse("0.01"),
            Quantity.parse("0.001"),
            Quantity.parse("0.001"),
            null,
            Money.parse("5")));

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private boolean venueIsAway;
    private int reads;

    private final InstrumentCatalog catalog = new InstrumentCatalog(this::read, clock);

    private List<ListedInstrument> read() {
        reads++;
        if (venueIsAway) {
            throw new VenueUnavailableException("away");
        }
        return LISTED;
    }

    @Test
    void asksTheVenueOnceAMinute() {
        catalog.instruments();
        clock.advance(Duration.ofSeconds(59));
        catalog.instruments();
        assertThat(reads).isEqualTo(1);
        clock.advance(Duration.ofSeconds(2));
        catalog.instruments();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void usesTheLastListingOnWhileTheVenueIsAway() {
        catalog.instruments();
        venueIsAway = true;
        clock.advance(Duration.ofHours(1));
        assertThat(catalog.instruments()).isEqualTo(LISTED);
    }

    @Test
    void hasNothingToSayBeforeTheFirstListing() {
        venueIsAway = true;
        assertThatExceptionOfType(VenueUnavailableException.class).isThrownBy(catalog::instruments);
    }
}
