package dev.capstan.kit.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer hunter2hunter2",
                "authorization=Basic aHVudGVyMjpodW50ZXIy",
                "got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.c2lnbmF0dXJl back",
                "password=hunter2hunter2",
                "\"password\" : \"hunter2hunter2\"",
                "capstan.database.owner-password: hunter2hunter2",
                "X-MBX-APIKEY: hunter2hunter2",
                "{\"apiKey\":\"hunter2hunter2\",\"secretKey\":\"hunter2hunter2\"}",
                "symbol=BTCUSDT&timestamp=1&signature=hunter2hunter2",
                "client_secret=hunter2hunter2&grant_type=client_credentials",
                "refresh_token = hunter2hunter2",
                "capstan.venue-keys.master-key=hunter2hunter2"
            })
    void masks(String text) {
        assertThat(SecretMask.of(text))
                .contains("******")
                .doesNotContain("hunter2", "aHVudGVy", "eyJzdWIiOiJodW50ZXIyIn0");
    }

    @Test
    void leavesOtherTextAlone() {
        String text = "Order c7 of 0.5 BTCUSDT at http://127.0.0.1:8180/realms/capstan/token was accepted, key=a|b";
        assertThat(SecretMask.of(text)).isEqualTo(text);
    }

    @Test
    void keepsWhatStandsAroundTheSecret() {
        assertThat(SecretMask.of("user=ann&signature=abcdef&limit=5")).isEqualTo("user=ann&signature=******&limit=5");
    }
}
