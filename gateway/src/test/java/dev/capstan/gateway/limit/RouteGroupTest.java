package dev.capstan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteGroupTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders, READS",
        "HEAD, /api/orders, READS",
        "POST, /api/orders, WRITES",
        "DELETE, /api/accounts/1/grants/2, WRITES",
        "POST, /api/strategy/start, STRATEGY",
        "GET, /api/strategy/status, STRATEGY",
        "GET, /api/strategies, READS",
        "GET, /api/status, READS",
        "GET, /api/openapi.json, OPEN",
        "GET, /docs/index.html, OPEN"
    })
    void isToldByMethodAndPath(String method, String path, RouteGroup group) {
        assertThat(RouteGroup.of(method, path)).hasValue(group);
    }

    @ParameterizedTest
    @CsvSource({"/api/health/live", "/api/health/ready", "/metrics", "/ready", "/"})
    void isNoneForHealthAndOperators(String path) {
        assertThat(RouteGroup.of("GET", path)).isEmpty();
    }

    @Test
    void seesOneNetworkOfIpv6AsOneAddress() {
        assertThat(CallerAddress.of("2001:db8:1:2:3:4:5:6")).isEqualTo(CallerAddress.of("2001:db8:1:2::9"));
        assertThat(CallerAddress.of("2001:db8:1:3::9")).isNotEqualTo(CallerAddress.of("2001:db8:1:2::9"));
        assertThat(CallerAddress.of("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
