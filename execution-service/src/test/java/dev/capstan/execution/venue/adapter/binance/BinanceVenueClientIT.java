package dev.capstan.execution.venue.adapter.binance;

import static dev.capstan.execution.venue.adapter.binance.Submissions.BTC;
import static dev.capstan.execution.venue.adapter.binance.Submissions.marketBuy;
import static dev.capstan.execution.venue.adapter.binance.Submissions.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
import dev.capstan.execution.venue.domain.CancelAnswer;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer.Acknowledged;
import dev.capstan.execution.venue.domain.SubmitAnswer.CertainlyNotExecuted;
import dev.capstan.execution.venue.domain.SubmitAnswer.OutcomeUnknown;
import dev.capstan.execution.venue.domain.SubmitAnswer.Rejected;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceVenueClientIT {

    @TempDir
    private Path folder;

    private SimulatedVenue venue;
    private BinanceVenueClient client;

    @BeforeEach
    void start() {
        venue = new SimulatedVenue(folder);
        client = venue.client();
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void learnsTheRulesOfEveryInstrument() {
        assertThat(venue.environment().rules(BTC)).hasValueSatisfying(rules -> {
            assertThat(rules.baseAsset()).isEqualTo(Asset.parse("BTC"));
            assertThat(rules.quoteAsset()).isEqualTo(Asset.parse("USDT"));
            assertThat(rules.trading()).isTrue();
            assertThat(rules.tickSize()).isPositive();
            assertThat(rules.lotSize()).isPositive();
        });
    }

    @Test
    void fillsAMarketOrder() {
        VenueReport report = acknowledged(client.submit(marketBuy("market-1", "0.01", client.clock())));

        assertThat(report.state()).isEqualTo(VenueOrderState.FILLED);
        assertThat(report.executedQuantity()).isEqualTo(Quantity.parse("0.01"));
        assertThat(client.fillsOf(BTC, report.venueOrderId()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("occurredAt")
                .isEqualTo(report.fills());
        assertThat(client.fillsSince(BTC, report.placedAt().minusSeconds(60)))
                .hasSize(report.fills().size());
    }

    @Test
    void followsARestingOrderToItsCancel() {
        VenueReport placed = acknowledged(client.submit(restingBuy("resting-1", "0.5", client.clock())));
        assertThat(placed.state()).isEqualTo(VenueOrderState.ACCEPTED);
        assertThat(client.openOrders()).extracting(VenueReport::clientOrderId).containsExactly(placed.clientOrderId());

        assertThat(client.cancel(BTC, placed.clientOrderId())).isInstanceOfSatisfying(CancelAnswer.Done.class, done -> {
            assertThat(done.report().clientOrderId()).isEqualTo(placed.clientOrderId());
            assertThat(done.report().state()).isEqualTo(VenueOrderState.CANCELED);
        });
        assertThat(client.cancel(BTC, placed.clientOrderId())).isInstanceOf(CancelAnswer.NotOpen.class);
        assertThat(client.openOrders()).isEmpty();
        assertThat(client.ordersSince(BTC, placed.placedAt().minusSeconds(5)))
                .extracting(VenueReport::state)
                .containsExactly(VenueOrderState.CANCELED);
    }

    @Test
    void findsAnOrderByEitherKey() {
        VenueReport placed = acknowledged(client.submit(restingBuy("resting-2", "0.5", client.clock())));

        assertThat(found(client.query(BTC, placed.clientOrderId())).venueOrderId())
                .isEqualTo(placed.venueOrderId());
        assertThat(found(client.query(BTC, placed.venueOrderId())).clientOrderId())
                .isEqualTo(placed.clientOrderId());
        assertThat(client.query(BTC, ClientOrderId.parse("never-placed"))).isEqualTo(new QueryAnswer.NotFound());
    }

    @Test
    void reportsTheBalances() {
        assertThat(client.balances()).anySatisfy(balance -> {
            assertThat(balance.asset()).isEqualTo(Asset.parse("USDT"));
            assertThat(balance.free().text()).startsWith("1000000");
        });
    }

    @Test
    void reportsARefusal() {
        assertThat(client.submit(marketBuy("too-precise", "0.000000000001", client.clock())))
                .isInstanceOf(Rejected.class);
        assertThat(client.submit(marketBuy("too-much", "9000", client.clock()))).isInstanceOf(Rejected.class);
    }

    @Test
    void leavesALostAnswerToTheQuery() {
        venue.fault("\"kind\":\"LOSE_ANSWER\"");

        assertThat(client.submit(marketBuy("lost-1", "0.01", client.clock()))).isInstanceOf(OutcomeUnknown.class);
        assertThat(found(client.query(BTC, ClientOrderId.parse("lost-1"))).state())
                .isEqualTo(VenueOrderState.FILLED);
        assertThat(venue.submitsOf(ClientOrderId.parse("lost-1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void leavesAServerErrorToTheQuery(String executed) {
        venue.fault("\"kind\":\"ERROR_5XX\",\"executed\":" + executed);

        assertThat(client.submit(marketBuy("error-1", "0.01", client.clock()))).isInstanceOf(OutcomeUnknown.class);
        assertThat(client.query(BTC, ClientOrderId.parse("error-1")) instanceof QueryAnswer.Found)
                .isEqualTo(Boolean.parseBoolean(executed));
        assertThat(venue.submitsOf(ClientOrderId.parse("error-1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void leavesAnUnlistedCodeToTheQuery(String executed) {
        venue.fault("\"kind\":\"UNLISTED_CODE\",\"executed\":" + executed);

        assertThat(client.submit(marketBuy("code-1", "0.01", client.clock()))).isInstanceOf(OutcomeUnknown.class);
        assertThat(client.query(BTC, ClientOrderId.parse("code-1")) instanceof QueryAnswer.Found)
                .isEqualTo(Boolean.parseBoolean(executed));
    }

    @Test
    void doesNotBelieveThatAHeldOrderWasNeverPlaced() {
        venue.fault("\"kind\":\"HOLD_SUBMIT\",\"millis\":1500");

        SubmitAnswer answer = client.submit(marketBuy("held-1", "0.01", client.clock()));

        assertThat(answer).isInstanceOf(OutcomeUnknown.class);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> client.query(BTC, ClientOrderId.parse("held-1")) instanceof QueryAnswer.Found);
        assertThat(venue.submitsOf(ClientOrderId.parse("held-1"))).isEqualTo(1);
    }

    @Test
    void passesOnThatAnExistingOrderIsDenied() {
        acknowledged(client.submit(restingBuy("denied-1", "0.5", client.clock())));
        venue.fault("\"kind\":\"DENY_EXISTENCE\"");

        assertThat(client.query(BTC, ClientOrderId.parse("denied-1"))).isEqualTo(new QueryAnswer.NotFound());
        assertThat(client.query(BTC, ClientOrderId.parse("denied-1"))).isInstanceOf(QueryAnswer.Found.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2000, -2000})
    void tradesWithAVenueWhoseClockIsOff(int millis) {
        venue.fault("\"kind\":\"CLOCK_SKEW\",\"millis\":" + millis);

        SubmitAnswer first = client.submit(marketBuy("skew-1", "0.01", client.clock()));
        if (first instanceof CertainlyNotExecuted) {
            assertThat(Duration.between(Instant.now(), client.clock().now().orElseThrow())
                            .toMillis())
                    .isBetween(millis - 300L, millis + 300L);
        }
        acknowledged(client.submit(marketBuy("skew-2", "0.01", client.clock())));
        assertThat(client.balances()).isNotEmpty();
    }

    @Test
    void isTooLateForTheVenueAfterAPause() {
        Instant old = client.clock().now().orElseThrow().minusSeconds(4);

        assertThat(client.submit(Submissions.at("late-1", "0.01", null, old))).isInstanceOf(CertainlyNotExecuted.class);
        assertThat(client.query(BTC, ClientOrderId.parse("late-1"))).isEqualTo(new QueryAnswer.NotFound());
    }

    /** The simulator grants 6,000 a minute and charges 80 for this list; it is the venue's own count that we stop at. */
    @Test
    void keepsTheLastOfTheMinutesWeightForWhatMattersMore() {
        assertThatThrownBy(() -> {
                    while (true) {
                        client.openOrders();
                    }
                })
                .isInstanceOf(VenueUnavailableException.class)
                .hasMessageContaining("no room");
        assertThat(venue.environment().usedWeight()).isBetween(4_000, 4_200);
        client.query(BTC, ClientOrderId.parse("never-placed"));
        acknowledged(client.submit(restingBuy("budget-1", "0.01", client.clock())));
    }

    /** 50 in 10 seconds: the next is not sent, so that it costs no refusal. */
    @Test
    void holdsAnOrderBackThatWouldBeOneTooMany() {
        SubmitAnswer last = client.submit(restingBuy("count-0", "0.01", client.clock()));
        for (int i = 1; i <= 120 && last instanceof Acknowledged; i++) {
            last = client.submit(restingBuy("count-" + i, "0.01", client.clock()));
        }

        assertThat(last).isInstanceOfSatisfying(CertainlyNotExecuted.class, held -> {
            assertThat(held.text()).startsWith("not sent: the account has placed");
            assertThat(held.retryAfter()).isPositive();
        });
    }

    private static VenueReport acknowledged(SubmitAnswer answer) {
        assertThat(answer).isInstanceOf(Acknowledged.class);
        return ((Acknowledged) answer).report();
    }

    private static VenueReport found(QueryAnswer answer) {
        assertThat(answer).isInstanceOf(QueryAnswer.Found.class);
        return ((QueryAnswer.Found) answer).report();
    }
}
