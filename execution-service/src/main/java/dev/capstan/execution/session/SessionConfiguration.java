package dev.capstan.execution.session;

import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.background.BackgroundLoop;
import dev.capstan.kit.settings.CapstanSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SessionConfiguration {

    /** Sessions begin after everything that serves them, and end before it. */
    private static final int FAREWELL_PHASE = 50;

    private static final int RENEW_PHASE = 100;

    private static final int ACQUIRE_PHASE = 200;

    /** Part of the 10 s in which the service must be down. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    @Bean
    SessionLeases sessionLeases(JdbcClient jdbc, CapstanSettings capstan, SessionSettings settings) {
        return new SessionLeases(jdbc, capstan.instanceId(), capstan.advertisedUrl(), settings.lease());
    }

    @Bean
    SessionKeeper sessions(
            Accounts accounts,
            SessionLeases leases,
            EarlierClaims earlierClaims,
            List<SessionParticipant> participants,
            MeterRegistry meters) {
        SessionKeeper keeper = new SessionKeeper(accounts, leases, earlierClaims, participants);
        Gauge.builder("session.owned", keeper, sessions -> sessions.allOwned().size())
                .description("Venue sessions that this replica owns")
                .register(meters);
        return keeper;
    }

    @Bean
    SessionReadiness sessionReadiness(List<SessionParticipant> participants) {
        return new SessionReadiness(participants);
    }

    @Bean
    SessionActivity sessionActivity(
            Accounts accounts, SessionLeases leases, SessionKeeper keeper, SessionReadiness readiness) {
        return new SessionActivity(accounts, leases, keeper, readiness);
    }

    @Bean
    SessionFarewell sessionFarewell(SessionKeeper keeper, UnansweredSubmits submits) {
        return new SessionFarewell(keeper, submits, ANSWERS_WITHIN, FAREWELL_PHASE);
    }

    @Bean
    BackgroundLoop sessionRenewal(SessionKeeper keeper, SessionSettings settings) {
        return new BackgroundLoop("session-renewal", settings.renewEvery(), RENEW_PHASE, keeper::renew);
    }

    @Bean
    BackgroundLoop sessionAcquisition(SessionKeeper keeper, SessionSettings settings) {
        return new BackgroundLoop("session-acquisition", settings.acquireEvery(), ACQUIRE_PHASE, keeper::acquire);
    }
}
