package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.binance.protocol.RateLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue for each test: weight is counted per address, and all tests have the same one. */
class RateLimitsTest {

    private VenueSimulator venue;

    @BeforeEach
    void start(@TempDir Path folder) {
        venue = VenueSimulator.start(SimulatorOptions.in(folder).withLimits(RateLimits.STANDARD));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private Trader trader() {
        return new Trader(venue, "alice").withAccount();
    }

    @Test
    void holdsBackWhoFloodsWithoutTrading() {
        Trader trader = trader();
        List<Trader.Answer> answers = new ArrayList<>();
        // A window of ten seconds may end on the way, so twice as many as one allows.
        for (int number = 0; number < 101; number++) {
            answers.add(trader.limit("XRPUSDT", "BUY", "50", "0.3000", "flood" + number));
            trader.cancel("XRPUSDT", "flood" + number);
        }
        Trader.Answer refused = answers.stream()
                .filter(each -> each.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.code()).isEqualTo(-1015);
        assertThat(refused.text("msg")).isEqualTo("Too many new orders; current limit is 50 orders per 10 SECOND.");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void letsThoseTradeOnWhoTrade() {
        Trader trader = trader();
        for (int number = 0; number < 120; number++) {
            assertThat(trader.market("XRPUSDT", "BUY", "20", "m" + number).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void weighsRequestsAndSaysWhenToComeBack() {
        Trader trader = trader();
        Trader.Answer last = trader.account();
        // 6,000 a minute at 80 each; a minute may end on the way.
        for (int number = 0; number < 160 && last.status() == 200; number++) {
            last = trader.signed("GET", "/api/v3/openOrders", params());
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo(-1003);
        assertThat(last.response().headers().firstValue("Retry-After").map(Long::parseLong))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1L, 61L));
    }

    @Test
    void bansWhoGoesOnAndBansLongerTheNextTime() {
        Trader trader = trader();
        Trader.Answer last = trader.account();
        for (int number = 0; number < 400 && last.status() != 418; number++) {
            last = trader.signed("GET", "/api/v3/openOrders", params());
        }
        assertThat(last.status()).isEqualTo(418);
        assertThat(last.code()).isEqualTo(-1003);
        assertThat(last.text("msg")).startsWith("Way too much request weight used; IP banned until ");
        assertThat(last.response().headers().firstValue("Retry-After").map(Long::parseLong))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(118L, 121L));
        assertThat(trader.open("/api/v3/time").status())
                .as("all of the address")
                .isEqualTo(418);
    }

    @Test
    void saysOnEveryReplyHowMuchIsUsed() {
        Trader trader = trader();
        assertThat(trader.open("/api/v3/ping").response().headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .isPresent();
        assertThat(trader.query("BTCUSDT", "never").response().headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .isPresent();
    }
}
