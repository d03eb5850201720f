package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FeedSettingsTest {

    private static final String PREFIX = "capstan.feed.";

    @Test
    void haveDefaultsAndThenNoFeed() {
        FeedSettings settings = bind(Map.of());
        assertThat(settings).isEqualTo(new FeedSettings(null, null, "", 1, List.of(), Duration.ofSeconds(10)));
        assertThat(settings.isConfigured()).isFalse();
        assertThat(bind(Map.of(PREFIX + "rest-url", "", PREFIX + "stream-url", ""))
                        .isConfigured())
                .isFalse();
    }

    @Test
    void areReadByName() {
        FeedSettings settings = bind(Map.of(
                PREFIX + "rest-url", "http://h:1",
                PREFIX + "stream-url", "ws://h:2",
                PREFIX + "market-epoch", "replay-7",
                PREFIX + "market-speed", "60",
                PREFIX + "symbols", "BTCUSDT,ETHUSDT",
                PREFIX + "silence-limit", "30s"));
        assertThat(settings)
                .isEqualTo(new FeedSettings(
                        URI.create("http://h:1"),
                        URI.create("ws://h:2"),
                        "replay-7",
                        60,
                        List.of("BTCUSDT", "ETHUSDT"),
                        Duration.ofSeconds(30)));
        assertThat(settings.isConfigured()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"market-speed=0", "market-speed=-1", "silence-limit=0s", "market-epoch=a b"})
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + parts[0]);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 10000", "1, 10000", "2, 5000", "60, 2000", "100000, 2000"})
    void scaleTheSilenceWithTheSpeedDownToTwoSeconds(double speed, long millis) {
        FeedSettings settings = new FeedSettings(null, null, "", speed, List.of(), Duration.ofSeconds(10));
        assertThat(settings.scaledSilenceLimit()).isEqualTo(Duration.ofMillis(millis));
    }

    private static FeedSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("capstan.feed", FeedSettings.class);
    }
}
