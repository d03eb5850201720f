package dev.capstan.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.trading.fixed.Decimal8;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KlineCsvTest {

    private static final String HEADER =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n";
    private static final String ROWS = """
            1700000000000,1.25,1.5,1.125,1.25,10.5,1700000059999,13,7,5,6,0
            1700000060000,1.25,1.5,1.125,1.25,10.25,1700000119999,13,7,5,6,0
            1700000180000,1.25,1.5,1.125,1.25,10,1700000239999,13,7,5,6,0
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("candles.csv"), text);
    }

    @Test
    void readsWithAndWithoutHeaderPlainAndCompressed() throws IOException {
        KlineCsv plain = KlineCsv.read(file(ROWS));
        assertThat(KlineCsv.read(file(HEADER + ROWS))).isEqualTo(plain);
        Path gzip = folder.resolve("candles.csv.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            bytes.write((HEADER + ROWS).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(KlineCsv.read(gzip)).isEqualTo(plain);
        assertThat(plain.candles()).hasSize(3);
        assertThat(plain.intervalMillis()).isEqualTo(60_000);
        assertThat(plain.priceScale()).isEqualTo(3);
        assertThat(plain.volumeScale()).isEqualTo(2);
        assertThat(plain.candles().getFirst().bar().low()).isEqualTo(112_500_000);
    }

    @Test
    void readsTimesInMicrosecondsAsWell() throws IOException {
        KlineCsv csv = KlineCsv.read(file("1700000000000000,1,1,1,1,1,1700000059999999,1,1,1,1,0\n"));
        assertThat(csv.candles().getFirst().openTime()).isEqualTo(1_700_000_000_000L);
        assertThat(csv.intervalMillis()).isEqualTo(60_000);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> KlineCsv.read(file(ROWS + "1,2,3\n"))).hasMessageContaining("line 4");
        assertThatThrownBy(() -> KlineCsv.read(file(ROWS + ROWS))).hasMessageContaining("later open time");
        assertThatThrownBy(() -> KlineCsv.read(file("1,2,1,3,2,1,2,0,0,0,0,0\n")))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> KlineCsv.read(file(""))).hasMessageContaining("at least one candle");
        assertThatThrownBy(() -> KlineCsv.read(folder.resolve("none"))).hasMessageContaining("cannot read");
    }

    @Test
    void anUnknownSymbolGetsTheFinestStepsOfItsFile() throws IOException {
        Listing listing = replayed("ABCEUR.BINANCE");
        assertThat(listing.baseAsset()).isEqualTo("ABC");
        assertThat(listing.quoteAsset()).isEqualTo("EUR");
        assertThat(Decimal8.text(listing.tick())).isEqualTo("0.00100000");
        assertThat(Decimal8.text(listing.step())).isEqualTo("0.01000000");
    }

    @Test
    void aKnownSymbolHasItsSteps() throws IOException {
        assertThat(Decimal8.text(replayed("BTCUSDT.BINANCE").tick())).isEqualTo("0.01000000");
        assertThatThrownBy(() -> replayed("NONSENSE.BINANCE")).hasMessageContaining("ends with one of");
    }

    private Listing replayed(String instrument) throws IOException {
        return Instruments.replayed(Map.of(InstrumentId.parse(instrument), file(ROWS)))
                .getFirst()
                .listing();
    }
}
