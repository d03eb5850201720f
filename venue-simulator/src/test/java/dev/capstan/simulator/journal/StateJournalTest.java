package dev.capstan.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.StateChange;
import dev.capstan.simulator.market.Candle;
import dev.capstan.trading.fill.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateJournalTest {

    @TempDir
    private Path folder;

    /** Records grow at their end: what an earlier version wrote has fewer numbers. */
    @Test
    void readsWhatAnEarlierVersionWrote() throws IOException {
        Files.write(folder.resolve("state.journal"), List.of("""
            {"at":1,"counters":[1,1,1,2],"accounts":[{"uid":1,"apiKey":"k","secretKey":"s"}],\
            "balances":[{"uid":1,"balance":["USDT",100,0]}]}\
            """, """
            {"at":2,"counters":[2,3,100002,2],"orders":[[1,1,"BTCUSDT","c1","BUY","LIMIT","GTC",5,7,0,0,"NEW",2,2]],\
            "trades":[[1,1,"BTCUSDT",1,"BUY",5,7,35,1,"BTC",true,2,3]]}\
            """));
        ExchangeState state = new ExchangeState();
        try (StateJournal journal = StateJournal.open(folder, state)) {
            assertThat(journal).isNotNull();
            assertThat(state.lastAt()).isEqualTo(2);
        }
    }

    @Test
    void findsACandleAgainThatWasKept() throws IOException {
        Candle candle = new Candle(60_000, 119_999, new Bar(5, 9, 4, 7, 100), 700, 3, 60, 420);
        try (StateJournal journal = StateJournal.open(folder, new ExchangeState())) {
            journal.append(new StateChange(
                    1,
                    new StateChange.Counters(1, 1, 1, 1, 1),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(new StateChange.KeptCandle("BTCUSDT", 1_007, candle)),
                    List.of()));
        }
        ExchangeState state = new ExchangeState();
        StateJournal.open(folder, state).close();
        assertThat(state.candles("BTCUSDT")).containsExactly(Map.entry(1_007L, candle));
    }
}
