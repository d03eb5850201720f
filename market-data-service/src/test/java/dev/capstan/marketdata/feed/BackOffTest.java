package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff();

    @Test
    void doublesUpToSixteenSeconds() {
        assertThat(pauses(7)).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
    }

    @Test
    void beginsAgainAfterSuccess() {
        pauses(4);
        backOff.reset();
        assertThat(pauses(2)).containsExactly(1L, 2L);
    }

    private List<Long> pauses(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> backOff.pause().toSeconds())
                .toList();
    }
}
