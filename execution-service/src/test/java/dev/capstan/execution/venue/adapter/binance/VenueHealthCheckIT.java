package dev.capstan.execution.venue.adapter.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.LiveTrading;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
import dev.capstan.execution.venue.adapter.binance.http.CircuitBreaker;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamEvents;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource.Access;
import dev.capstan.execution.venue.adapter.binance.websocket.UserDataStreams;
import dev.capstan.kit.health.HealthCheck.Result;
import dev.capstan.kit.health.HealthCheck.Status;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What readiness says of the venue while one account is well and another one is not. */
class VenueHealthCheckIT {

    private static final AccountId GOOD = SimulatedVenue.ACCOUNT;
    private static final AccountId WRONG = AccountId.of(new UUID(2, 2));

    @TempDir
    private Path folder;

    private final Map<AccountId, Access> access = new ConcurrentHashMap<>();
    private SimulatedVenue venue;
    private BinanceEnvironments environments;
    private UserDataStreams streams;
    private VenueHealthCheck check;

    @BeforeEach
    void start() {
        venue = new SimulatedVenue(folder);
        environments = environments(URI.create(venue.restUrl()), URI.create(venue.webSocketApiUrl()));
        environments.start();
        access.put(GOOD, venue.access());
        Credential wrong = new Credential(SimulatedVenue.KEY, "another secret");
        access.put(
                WRONG,
                new Access(venue.environment(), wrong, 1, new BinanceVenueClient(WRONG, venue.environment(), wrong)));
        streams = new UserDataStreams(
                accountId -> Objects.requireNonNull(access.get(accountId)),
                report -> {},
                (accountId, cause) -> {},
                new Unheard());
        check = new VenueHealthCheck(environments, owned());
    }

    @AfterEach
    void stop() {
        streams.destroy();
        environments.stop();
        venue.close();
    }

    @Test
    void oneAccountsWrongKeysAreADetailAndNotEverybodysOutage() {
        own(GOOD);
        own(WRONG);
        patiently().until(() -> streams.isUp(GOOD));

        patiently()
                .untilAsserted(() -> assertThat(check.check().detail())
                        .contains(WRONG.text())
                        .contains("Signature for this request is not valid."));
        assertThat(check.check().status()).isEqualTo(Status.UP);
    }

    @Test
    void itIsNoOutageForANewcomerEitherThatTheOnlyAccountHasWrongKeys() {
        access.remove(GOOD);
        own(WRONG);

        patiently().untilAsserted(() -> assertThat(check.check().detail()).contains("refused"));
        assertThat(check.check().status()).isEqualTo(Status.UP);
    }

    @Test
    void theVenuesSilenceForAllIsAnOutage() {
        access.remove(WRONG);
        own(GOOD);
        patiently().until(() -> check.check().status() == Status.UP);
        assertThat(check.check().detail()).isNull();

        venue.fault("\"kind\":\"DROP_CONNECTION\",\"millis\":60000");

        patiently()
                .untilAsserted(() -> assertThat(check.check())
                        .satisfies(result -> assertThat(result.status()).isEqualTo(Status.DOWN))
                        .extracting(Result::detail)
                        .asString()
                        .contains(GOOD.text()));
    }

    @Test
    void namesTheApiThatAnswersNobodyAndSinceWhen() {
        CircuitBreaker breaker =
                environments.of(AccountKind.PAPER).orElseThrow().restBreaker();
        for (int failure = 0; failure < 5; failure++) {
            breaker.failed();
        }
        assertThat(check.check().status()).isEqualTo(Status.DOWN);
        assertThat(check.check().detail())
                .startsWith("BINANCE PAPER: the REST API has not answered since 20")
                .endsWith("asked again every 5 s");
    }

    @Test
    void saysWhenTheVenueNeverAnswered() {
        BinanceEnvironments away =
                environments(URI.create("http://127.0.0.1:1"), URI.create("ws://127.0.0.1:1/ws-api/v3"));
        assertThat(new VenueHealthCheck(away, owned()).check())
                .isEqualTo(Result.down("BINANCE PAPER: does not answer"));
    }

    @Test
    void isNoCheckWhereThereIsNoVenue() {
        assertThat(new VenueHealthCheck(environments(null, null), owned()).check())
                .isEqualTo(Result.notConfigured());
    }

    private static BinanceEnvironments environments(@Nullable URI rest, @Nullable URI webSocketApi) {
        BinanceSettings settings = new BinanceSettings(rest, webSocketApi, null, null);
        return new BinanceEnvironments(
                settings, new LiveTrading("local", false), (a, b, c, d) -> {}, Clock.systemUTC());
    }

    private OwnedStreams owned() {
        Sessions sessions = new OwnedSessions(access.keySet());
        return new OwnedStreams(
                streams, new StaticListableBeanFactory(Map.of("sessions", sessions)).getBeanProvider(Sessions.class));
    }

    private void own(AccountId accountId) {
        streams.owned(new SessionOwnership(accountId, 1));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(20));
    }

    private record OwnedSessions(Collection<AccountId> accounts) implements Sessions {

        @Override
        public Optional<SessionOwnership> owned(AccountId accountId) {
            return accounts.contains(accountId) ? Optional.of(new SessionOwnership(accountId, 1)) : Optional.empty();
        }

        @Override
        public Collection<SessionOwnership> allOwned() {
            return List.copyOf(accounts).stream()
                    .map(accountId -> new SessionOwnership(accountId, 1))
                    .toList();
        }
    }

    private static final class Unheard implements StreamEvents {

        @Override
        public void streamUp(AccountId accountId) {}

        @Override
        public void streamStaysDown(AccountId accountId, String reason) {}
    }
}
