package dev.capstan.risk.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RecordedTicks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");
    private static final VenueId BINANCE = VenueId.parse("BINANCE");

    private final MovableClock clock = MovableClock.at(OrderFixture.NOW);
    private final MarkSettings settings = new MarkSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            "USDT",
            List.of("USDT", "USD", "TRY", "BTC", "ETH"),
            Map.of("TRY", new BigDecimal("0.03")));
    private final Marks marks = new Marks(settings, clock, new RecordedTicks());
    private final ReferenceRates rates = new ReferenceRates(settings, marks);

    @Test
    void knowNoPriceBeforeTheFirstTick() {
        assertThat(marks.fresh(BTCUSDT)).isEmpty();
    }

    @Test
    void areStaleFiveSecondsAfterArrival() {
        marks.take(tick("BTCUSDT", "100", 1));
        clock.advance(Duration.ofMillis(4_999));
        assertThat(marks.fresh(BTCUSDT).map(Mark::price)).contains(Price.parse("100"));
        clock.advance(Duration.ofMillis(1));
        assertThat(marks.fresh(BTCUSDT)).isEmpty();
        assertThat(marks.lastKnown(BTCUSDT)).isPresent();
    }

    @Test
    void areStaleSoonerOnAFasterReplayButNeverWithinASecond() {
        marks.take(tick("BTCUSDT", "100", 2));
        clock.advance(Duration.ofMillis(2_500));
        assertThat(marks.fresh(BTCUSDT)).isEmpty();
        marks.take(tick("BTCUSDT", "100", 1_000));
        clock.advance(Duration.ofMillis(999));
        assertThat(marks.fresh(BTCUSDT)).isPresent();
    }

    @Test
    void areNoBasisWhenThePriceIsZero() {
        marks.take(tick("BTCUSDT", "0", 1));
        assertThat(marks.fresh(BTCUSDT)).isEmpty();
    }

    @Test
    void tellTheQuoteAssetByTheLongestEndingThatFits() {
        assertThat(rates.quoteAssetOf(BTCUSDT)).contains(Asset.parse("USDT"));
        assertThat(rates.quoteAssetOf(InstrumentId.parse("XRPETH.BINANCE"))).contains(Asset.parse("ETH"));
        assertThat(rates.quoteAssetOf(InstrumentId.parse("FOOBAR.BINANCE"))).isEmpty();
        assertThat(rates.quoteAssetOf(InstrumentId.parse("USDT.BINANCE"))).isEmpty();
    }

    @Test
    void convertByAMarkItsInverseOrAFixedRate() {
        marks.take(tick("BTCUSDT", "50000", 1));
        marks.take(tick("USDTTRY", "40", 1));
        assertThat(rates.rate(Asset.parse("USDT"), BINANCE)).contains(Price.parse("1"));
        assertThat(rates.rate(Asset.parse("BTC"), BINANCE)).contains(Price.parse("50000"));
        assertThat(rates.rate(Asset.parse("TRY"), BINANCE)).contains(Price.parse("0.025"));
        assertThat(rates.rate(Asset.parse("TRY"), VenueId.parse("OTHER"))).contains(Price.parse("0.03"));
        assertThat(rates.rate(Asset.parse("ETH"), BINANCE)).isEmpty();
    }

    private TickEvent tick(String symbol, String price, double speed) {
        return new TickEvent(
                new InstrumentId(symbol, BINANCE),
                "",
                Price.parse(price),
                Quantity.parse("1"),
                speed,
                clock.instant(),
                clock.instant());
    }
}
