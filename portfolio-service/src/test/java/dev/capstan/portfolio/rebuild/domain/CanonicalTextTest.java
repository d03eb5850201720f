package dev.capstan.portfolio.rebuild.domain;

import static dev.capstan.portfolio.fixtures.FillFixture.BTC;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.ledger.domain.LedgerAccount;
import dev.capstan.portfolio.ledger.domain.LedgerLine;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

    @Test
    void spellsANumberInOneWay() {
        LedgerLine padded = new LedgerLine(LedgerAccount.HOLDING, BTC, Money.parse("100.500000000000000000"));

        assertThat(CanonicalText.entry("7 v7", Instant.parse("2026-03-02T12:00:00Z"), padded))
                .isEqualTo("entry 7 v7 2026-03-02T12:00:00Z HOLDING BTC 100.5");
        assertThat(CanonicalText.sum(new LedgerLine(LedgerAccount.DRIFT, BTC, Money.parse("1000"))))
                .isEqualTo("sum DRIFT BTC 1000");
    }

    @Test
    void spellsAFlatPositionAlikeWhateverItsScale() {
        PositionState padded = new PositionState(Money.parse("0.000"), Money.parse("0.00"), Money.parse("1.10"));

        assertThat(CanonicalText.position(new TradedPair(BTC, USDT), padded)).isEqualTo("position BTC USDT 0 0 1.1");
        assertThat(CanonicalText.position(null, PositionState.FLAT)).isEqualTo("position - - 0 0 0");
    }

    @Test
    void hashesLinesAndNotTheirConcatenation() {
        assertThat(TextDigest.of("ab", "c"))
                .isNotEqualTo(TextDigest.of("a", "bc"))
                .hasSize(64);
    }
}
