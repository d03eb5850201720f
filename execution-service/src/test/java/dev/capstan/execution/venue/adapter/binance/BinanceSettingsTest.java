package dev.capstan.execution.venue.adapter.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BinanceSettingsTest {

    @Test
    void areNotConfiguredByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new BinanceSettings(null, null, null, null));
    }

    @Test
    void areReadFromTheEnvironment() {
        assertThat(bound(Map.of(
                        "CAPSTAN_BINANCE_PAPER_REST_URL", "http://127.0.0.1:8090",
                        "CAPSTAN_BINANCE_PAPER_WS_API_URL", "ws://127.0.0.1:8090/ws-api/v3",
                        "CAPSTAN_BINANCE_LIVE_REST_URL", "https://api.binance.com",
                        "CAPSTAN_BINANCE_LIVE_WS_API_URL", "wss://ws-api.binance.com/ws-api/v3")))
                .isEqualTo(new BinanceSettings(
                        URI.create("http://127.0.0.1:8090"),
                        URI.create("ws://127.0.0.1:8090/ws-api/v3"),
                        URI.create("https://api.binance.com"),
                        URI.create("wss://ws-api.binance.com/ws-api/v3")));
    }

    @Test
    void refuseHalfAVenueAndAWrongScheme() {
        assertThatThrownBy(() -> new BinanceSettings(URI.create("http://a"), null, null, null))
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> new BinanceSettings(URI.create("ftp://a"), URI.create("ws://a"), null, null))
                .hasMessageContaining("paper-rest-url");
    }

    private static BinanceSettings bound(Map<String, Object> environment) {
        StandardEnvironment all = new StandardEnvironment();
        all.getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", environment));
        ConfigurationPropertySources.attach(all);
        return Binder.get(all).bindOrCreate("capstan.binance", BinanceSettings.class);
    }
}
