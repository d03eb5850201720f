package dev.capstan.execution.venue.adapter.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.LiveTrading;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
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
        BinanceSettings settings =
                new BinanceSettings(URI.create(venue.restUrl()), URI.create(venue.webSocketApiUrl()), null, null);
        environments = new BinanceEnvironments(
                settings, new LiveTrading("local", false), (a, b, c, d) -> {}, Clock.systemUTC());
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
        Sessions sessions = new OwnedSessions(access.keySet());
        check = new VenueHealthCheck(
                environments,
                new OwnedStreams(
                        streams,
                        new StaticListableBeanFactory(Map.of("sessions", sessions)).getBeanProvider(Sessions.class)));
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
