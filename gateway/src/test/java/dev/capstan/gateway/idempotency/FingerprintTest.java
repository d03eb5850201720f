package dev.capstan.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Fingerprint ORDER = of("POST", "/api/orders", "{\"a\":1}");

    @Test
    void isTheSameForTheSameCall() {
        assertThat(of("POST", "/api/orders", "{\"a\":1}")).isEqualTo(ORDER);
    }

    @Test
    void differsInMethodPathQueryAndEveryByteOfTheBody() {
        assertThat(ORDER)
                .isNotEqualTo(of("PUT", "/api/orders", "{\"a\":1}"))
                .isNotEqualTo(of("POST", "/api/orders/", "{\"a\":1}"))
                .isNotEqualTo(of("POST", "/api/orders?x=1", "{\"a\":1}"))
                .isNotEqualTo(of("POST", "/api/orders", "{\"a\": 1}"))
                .isNotEqualTo(of("POST", "/api/orders", ""));
    }

    @Test
    void keepsItsPartsApart() {
        assertThat(of("POST", "/a", "b")).isNotEqualTo(of("POST", "/ab", ""));
        assertThat(of("POST", "S/a", "")).isNotEqualTo(of("POSTS", "/a", ""));
    }

    @Test
    void isSha256OfTheStatedText() {
        // printf 'POST\n/api/orders\n{}' | sha256sum
        assertThat(of("POST", "/api/orders", "{}").hex())
                .isEqualTo("a9cbde2ca0e8a2477361ec059f88da2bb02b9bf580b80d6f784f95c3114ed6bb");
    }

    private static Fingerprint of(String method, String pathAndQuery, String body) {
        return Fingerprint.of(method, pathAndQuery, body.getBytes(UTF_8));
    }
}
