package dev.capstan.execution.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.OrderFixture;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import dev.capstan.execution.venue.domain.PriceBands;
import dev.capstan.execution.venue.domain.PriceBands.Band;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import dev.capstan.kit.testing.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order buys at 100. */
class PriceBandCheckTest {

    private static final OrderTerms BUY_AT_100 = OrderFixture.terms();

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private String market = "100";
    private final PriceBandCheck check = new PriceBandCheck(
            new Instruments() {
                @Override
                public Optional<InstrumentRules> find(InstrumentId instrumentId) {
                    return Optional.of(rules());
                }

                @Override
                public Price referencePrice(InstrumentRules rules) {
                    asked.incrementAndGet();
                    if (market.isEmpty()) {
                        throw new VenueUnavailableException("away");
                    }
                    return Price.parse(market);
                }
            },
            clock,
            Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"50, false", "49.99, true", "200, false", "200.01, true"})
    void holdsTheLimitBetweenTheMultiplesOfTheMarket(String now, boolean refused) {
        market = now;

        assertThat(check.refuse(BUY_AT_100, rules()).isPresent()).isEqualTo(refused);
    }

    @Test
    void namesTheFigures() {
        market = "20.00";

        assertThat(check.refuse(BUY_AT_100, rules()))
                .hasValue(
                        new Denial(DenialReason.PRICE_OUT_OF_RANGE, "limitPrice=100 market=20 lowest=0.5x highest=2x"));
    }

    @Test
    void asksOnceAMinuteWhileOrdersPassAndAgainBeforeItRefuses() {
        check.refuse(BUY_AT_100, rules());
        check.refuse(BUY_AT_100, rules());
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(1));
        market = "20";
        assertThat(check.refuse(BUY_AT_100, rules())).isPresent();
        market = "90";
        assertThat(check.refuse(BUY_AT_100, rules())).isEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void leavesItToTheVenueWhenThatDoesNotSay() {
        market = "";

        assertThat(check.refuse(BUY_AT_100, rules())).isEmpty();
    }

    private static InstrumentRules rules() {
        Band band = new Band(new BigDecimal("0.5"), new BigDecimal("2"));
        return new InstrumentRules(
                BUY_AT_100.instrumentId(),
                new Asset("BTC"),
                new Asset("USDT"),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                8,
                8,
                Set.of(OrderType.values()),
                new PriceBands(band, band, 0));
    }
}
