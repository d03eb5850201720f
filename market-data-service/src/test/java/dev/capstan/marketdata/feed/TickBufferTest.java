package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickBufferTest {

    private final TickBuffer buffer = new TickBuffer(3);

    @Test
    void keepsTheNewestOfEachInstrument() throws InterruptedException {
        assertThat(buffer.put(tick("BTCUSDT", 1))).isTrue();
        buffer.put(tick("BTCUSDT", 2));
        buffer.put(tick("ETHUSDT", 9));
        buffer.put(tick("BTCUSDT", 3));
        assertThat(buffer.put(tick("BTCUSDT", 4))).isFalse();
        assertThat(taken(4)).containsExactly("BTCUSDT 2", "BTCUSDT 3", "ETHUSDT 9", "BTCUSDT 4");
    }

    @Test
    void waitsForATick() throws Exception {
        CompletableFuture<TickEvent> waiting = CompletableFuture.supplyAsync(this::take);
        buffer.put(tick("BTCUSDT", 7));
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo(tick("BTCUSDT", 7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesEveryTickThatWasNotDroppedInOrder(long seed) throws InterruptedException {
        Random random = new Random(seed);
        Map<String, Integer> put = new HashMap<>();
        List<String> taken = new ArrayList<>();
        int dropped = 0;
        int waiting = 0;
        for (int step = 0; step < 2000; step++) {
            if (waiting > 0 && random.nextInt(3) == 0) {
                taken.addAll(taken(1));
                waiting--;
            } else {
                String symbol = "S" + random.nextInt(4);
                boolean roomy = buffer.put(tick(symbol, put.merge(symbol, 1, Integer::sum)));
                dropped += roomy ? 0 : 1;
                waiting += roomy ? 1 : 0;
            }
        }
        taken.addAll(taken(waiting));
        int all = put.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(taken.size() + dropped).as("seed %s", seed).isEqualTo(all);
        put.forEach((symbol, last) -> assertThat(numbers(taken, symbol))
                .as("seed %s, %s", seed, symbol)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(last));
    }

    private static List<Integer> numbers(List<String> taken, String symbol) {
        return taken.stream()
                .filter(text -> text.startsWith(symbol + " "))
                .map(text -> Integer.valueOf(text.substring(symbol.length() + 1)))
                .toList();
    }

    private List<String> taken(int count) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TickEvent tick = buffer.take();
            texts.add(tick.instrumentId().symbol() + " " + tick.lastPrice().text());
        }
        return texts;
    }

    private TickEvent take() {
        try {
            return buffer.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TickEvent tick(String symbol, int price) {
        return new TickEvent(
                InstrumentId.parse(symbol + ".BINANCE"),
                "",
                Price.parse(String.valueOf(price)),
                Quantity.parse("1"),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
