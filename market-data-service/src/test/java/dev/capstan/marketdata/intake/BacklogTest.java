package dev.capstan.marketdata.intake;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final SeriesKey BTC = key("BTCUSDT.BINANCE");
    private static final SeriesKey ETH = key("ETHUSDT.BINANCE");

    private final Backlog backlog = new Backlog();

    @Test
    void takesOneAfterTheOther() {
        assertThat(backlog.isDue()).isFalse();
        backlog.add(BTC);
        backlog.add(ETH);
        backlog.add(BTC);
        assertThat(backlog.next().key()).isEqualTo(BTC);
        assertThat(backlog.next().key()).isEqualTo(ETH);
        assertThat(backlog.isDue()).isFalse();
    }

    @Test
    void holdsTheLatestCandleOfASeriesOnly() {
        backlog.add(arrival(1));
        backlog.add(arrival(2));
        backlog.add(BTC);
        assertThat(backlog.next()).isEqualTo(new Backlog.Entry(BTC, arrival(2)));
        assertThat(backlog.isDue()).isFalse();
    }

    @Test
    void restsAfterAFailureAndPutsItLast() {
        backlog.add(BTC);
        backlog.add(ETH);
        backlog.putOff(backlog.next(), Duration.ofHours(1));
        assertThat(backlog.isDue()).isFalse();
        assertThat(backlog.next().key()).isEqualTo(ETH);
        assertThat(backlog.next().key()).isEqualTo(BTC);
    }

    @Test
    void aNewerCandleTakesThePlaceOfTheOneThatFailed() {
        backlog.add(arrival(1));
        Backlog.Entry failed = backlog.next();
        backlog.add(arrival(2));
        backlog.putOff(failed, Duration.ZERO);
        assertThat(backlog.next().held()).isEqualTo(arrival(2));
    }

    private static SeriesKey key(String instrument) {
        return new SeriesKey(InstrumentId.parse(instrument), Timeframe.parse("1m"), "");
    }

    private static Arrival arrival(int minute) {
        return new Arrival(BTC, minute(minute), START);
    }
}
