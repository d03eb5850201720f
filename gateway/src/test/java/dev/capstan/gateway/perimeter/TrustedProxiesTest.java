package dev.capstan.gateway.perimeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies =
            new PerimeterSettings(List.of(), List.of("10.0.0.0/8", "192.0.2.7", "fd00::/9")).proxies();

    @ParameterizedTest
    @CsvSource({
        "10.255.0.1, true",
        "11.0.0.1, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "fd7f::1, true",
        "fd80::1, false",
        "::ffff:10.0.0.1, true",
        "localhost, false",
        "10.0.0, false",
        "'', false"
    })
    void trustWhatIsNamed(String address, boolean trusted) {
        assertThat(proxies.trusts(address)).isEqualTo(trusted);
    }

    @Test
    void takeTheLastHopThatATrustedOneWrote() {
        assertThat(caller("10.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(caller("10.0.0.1", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(caller("10.0.0.1", "1.1.1.1", "203.0.113.9, 10.0.0.2")).isEqualTo("203.0.113.9");
        assertThat(caller("10.0.0.1", "10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
        assertThat(caller("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void stopAtWhatIsNoAddress() {
        assertThat(caller("10.0.0.1", "203.0.113.9, unknown")).isEqualTo("10.0.0.1");
        assertThat(caller("10.0.0.1", "evil.example")).isEqualTo("10.0.0.1");
        assertThat(caller("10.0.0.1", "")).isEqualTo("10.0.0.1");
    }

    @Test
    void believeNobodyElse() {
        assertThat(caller("203.0.113.9", "10.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(new TrustedProxies(List.of()).callerOf("127.0.0.1", List.of("10.0.0.1")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "*", "300.0.0.1", "fd00::/129"})
    void areRefusedByNameWhenTheyAreNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PerimeterSettings(List.of(), List.of(text)))
                .withMessageContaining("capstan.gateway.trusted-proxies")
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example", "console.example", "https://console.example/path", "null"})
    void leaveOriginsToBeNamedExactly(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PerimeterSettings(List.of(text), List.of()))
                .withMessageContaining("capstan.gateway.frontend-url");
    }

    private String caller(String peer, String... forwardedFor) {
        return proxies.callerOf(peer, List.of(forwardedFor));
    }
}
