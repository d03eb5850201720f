package dev.capstan.execution.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LiveTradingTest {

    @Test
    void isOffUnlessBothAreSaid() {
        assertThat(bound(Map.of()).allowed()).isFalse();
        assertThat(bound(Map.of("CAPSTAN_LIVE_TRADING", "true")).allowed()).isFalse();
        assertThat(bound(Map.of("CAPSTAN_LIVE_TRADING", "true", "CAPSTAN_PROFILE", "local"))
                        .allowed())
                .isFalse();
        assertThat(bound(Map.of("CAPSTAN_PROFILE", "production")).allowed()).isFalse();
        assertThat(bound(Map.of("CAPSTAN_LIVE_TRADING", "true", "CAPSTAN_PROFILE", "production"))
                        .allowed())
                .isTrue();
    }

    private static LiveTrading bound(Map<String, Object> environment) {
        StandardEnvironment all = new StandardEnvironment();
        all.getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", environment));
        ConfigurationPropertySources.attach(all);
        return Binder.get(all).bindOrCreate("capstan", LiveTrading.class);
    }
}
