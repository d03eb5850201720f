package dev.capstan.launcher.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final StringWriter text = new StringWriter();

    @Test
    void isOneLineThatIsGoneAtTheEnd() {
        Clock clock = Clock.fixed(START, ZoneOffset.UTC);
        ProgressBar bar = new ProgressBar(new PrintWriter(text, true), clock, 40_000);
        assertThat(bar.reached(10_000, 0)).isTrue();
        assertThat(text.toString())
                .isEqualTo("\r\u001b[K" + "█".repeat(10) + "░".repeat(30) + "  25 %  10,000 of 40,000 candles");
        bar.reached(20_000, 0);
        assertThat(text.toString()).as("drawn again too soon").doesNotContain("20,000");
        bar.reached(40_000, 0);
        assertThat(text.toString()).endsWith("candles\r\u001b[K");
    }
}
