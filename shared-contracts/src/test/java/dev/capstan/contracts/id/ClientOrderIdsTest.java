package dev.capstan.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {

    private static final UUID INSTALLATION = UUID.fromString("0b6e9f2e-8a4a-4d43-9b51-3f7c5b1c0d11");
    private static final AccountId ACCOUNT = AccountId.parse("7f8d1a90-0f8e-4a0d-8c3c-0a5f1f1a2b3c");

    @Test
    void isValidAtEveryVenueAndTheSameForEver() {
        // Written down once: if this ever changes, orders of running installations lose their identity.
        assertThat(ClientOrderIds.of(INSTALLATION, ACCOUNT, "trader", "key").value())
                .matches("c[0-9a-v]{26}")
                .isEqualTo("ceirhjhgc7pjk17t92aa3auq98v");
    }

    @Test
    void dependsOnEveryPart() {
        var id = ClientOrderIds.of(INSTALLATION, ACCOUNT, "trader", "key");

        assertThat(ClientOrderIds.of(UUID.randomUUID(), ACCOUNT, "trader", "key"))
                .isNotEqualTo(id);
        assertThat(ClientOrderIds.of(INSTALLATION, AccountId.of(UUID.randomUUID()), "trader", "key"))
                .isNotEqualTo(id);
        assertThat(ClientOrderIds.of(INSTALLATION, ACCOUNT, "other", "key")).isNotEqualTo(id);
        assertThat(ClientOrderIds.of(INSTALLATION, ACCOUNT, "trader", "other")).isNotEqualTo(id);
    }

    @Test
    void keepsPartsApart() {
        assertThat(ClientOrderIds.fingerprint("ab", "c")).isNotEqualTo(ClientOrderIds.fingerprint("a", "bc"));
    }

    @Test
    void makesTheSameExternalOrderOfTheSameVenueData() {
        InstrumentId instrument = InstrumentId.parse("BTCUSDT.BINANCE");
        VenueOrderId venueOrder = new VenueOrderId("77");

        assertThat(ClientOrderIds.externalOrderId(ACCOUNT, instrument, venueOrder))
                .isEqualTo(ClientOrderIds.externalOrderId(ACCOUNT, instrument, venueOrder));
        assertThat(ClientOrderIds.externalOrderId(ACCOUNT, instrument, venueOrder)
                        .value()
                        .version())
                .isEqualTo(8);
    }
}
