package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LagWindowTest {

    private final LagWindow window = new LagWindow();

    @Test
    void knowsNothingBeforeTheFirstFrame() {
        assertThat(window.percentile(95)).isNull();
    }

    @Test
    void knowsThePercentilesOfWhatItSaw() {
        IntStream.rangeClosed(1, 100).forEach(window::add);
        assertThat(window.percentile(50)).isEqualTo(50);
        assertThat(window.percentile(95)).isEqualTo(95);
        assertThat(window.percentile(100)).isEqualTo(100);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        window.add(1_000_000);
        IntStream.range(0, 1_024).forEach(_ -> window.add(3));
        assertThat(window.percentile(100)).isEqualTo(3);
    }
}
