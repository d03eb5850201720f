package dev.capstan.execution.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenPointsTest {

    private static final InstrumentId BTC = InstrumentId.parse("BTCUSDT.BINANCE");
    private static final InstrumentId ETH = InstrumentId.parse("ETHUSDT.BINANCE");
    private static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void startsWithTheAccount() {
        assertThat(new ProvenPoints(null, Map.of()).since(BTC, CREATED)).isEqualTo(CREATED);
    }

    @Test
    void goesBackALittleBehindTheLastComparison() {
        ProvenPoints points = new ProvenPoints(null, Map.of(BTC, CREATED.plusSeconds(600)));

        assertThat(points.since(BTC, CREATED)).isEqualTo(CREATED.plusSeconds(570));
    }

    @Test
    void neverGoesBehindTheAccount() {
        ProvenPoints points = new ProvenPoints(null, Map.of(BTC, CREATED.plusSeconds(20)));

        assertThat(points.since(BTC, CREATED)).isEqualTo(CREATED);
    }

    /** What was traded there by other hands before is in the published balances: booking it as fills would count it twice. */
    @Test
    void startsAnInstrumentNeverSeenAtTheLastProvenBalances() {
        ProvenPoints points = new ProvenPoints(CREATED.plusSeconds(600), Map.of(BTC, CREATED.plusSeconds(30)));

        assertThat(points.since(ETH, CREATED)).isEqualTo(CREATED.plusSeconds(599));
    }
}
