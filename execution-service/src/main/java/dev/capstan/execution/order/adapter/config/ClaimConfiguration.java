package dev.capstan.execution.order.adapter.config;

import dev.capstan.execution.background.BackgroundLoop;
import dev.capstan.execution.order.adapter.owner.HttpWakeOwner;
import dev.capstan.execution.order.application.AwaitOrder;
import dev.capstan.execution.order.application.ClaimApproved;
import dev.capstan.execution.order.application.ClaimOrder;
import dev.capstan.execution.order.application.ClaimRules;
import dev.capstan.execution.order.application.ClaimTickets;
import dev.capstan.execution.order.application.CloseOverdue;
import dev.capstan.execution.order.application.DecideOrder;
import dev.capstan.execution.order.application.OrderFactory;
import dev.capstan.execution.order.application.OrderMetrics;
import dev.capstan.execution.order.application.OrderSettings;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.order.application.PlaceOrder;
import dev.capstan.execution.order.application.PreTradeChecks;
import dev.capstan.execution.order.application.Reservations;
import dev.capstan.execution.order.application.SendOrder;
import dev.capstan.execution.order.application.StoreSubmitAnswer;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.order.application.WakeOwner;
import dev.capstan.execution.session.SessionAddresses;
import dev.capstan.execution.session.SessionReadiness;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.session.UnansweredSubmits;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.kit.security.ReplicaClients;
import dev.capstan.kit.settings.CapstanSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the call to the venue: decide, claim, send. */
@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    private static final int PHASE = 0;

    @Bean
    ClaimTickets claimTickets(
            Sessions sessions, SessionReadiness readiness, VenueClients venues, Clock clock, OrderSettings settings) {
        return new ClaimTickets(sessions, readiness, venues, clock, settings);
    }

    @Bean
    ClaimRules claimRules(Clock clock, OrderSettings settings, CapstanSettings capstan) {
        return new ClaimRules(OrderConfiguration.rowClock(clock), settings, capstan.instanceId());
    }

    @Bean
    StoreSubmitAnswer storeSubmitAnswer(
            OrderStreams streams, VenueReportIntake intake, ClaimTickets tickets, OrderMetrics metrics, Clock clock) {
        return new StoreSubmitAnswer(streams, intake, tickets, metrics, OrderConfiguration.rowClock(clock));
    }

    @Bean
    SendOrder sendOrder(
            StoreSubmitAnswer answers, VenueReportIntake intake, OrderSignals signals, OrderMetrics metrics) {
        return new SendOrder(answers, intake, signals, metrics);
    }

    @Bean
    UnansweredSubmits unansweredSubmits(SendOrder sender) {
        return sender::inFlight;
    }

    @Bean
    ClaimOrder claimOrder(OrderStreams streams, ClaimRules rules, SendOrder sender) {
        return new ClaimOrder(streams, rules, sender);
    }

    @Bean
    ClaimApproved claimApproved(
            Sessions sessions, Orders orders, ClaimTickets tickets, ClaimOrder claims, Clock clock) {
        return new ClaimApproved(sessions, orders, tickets, claims, clock);
    }

    @Bean
    BackgroundLoop claimLoop(ClaimApproved claims, OrderSignals signals, OrderProperties properties) {
        BackgroundLoop loop =
                new BackgroundLoop("claims", properties.claimEvery(), PHASE, properties.claimCalm(), claims::round);
        signals.listen(order -> {
            if (order.isClaimable()) {
                loop.signal();
            }
        });
        return loop;
    }

    @Bean
    WakeOwner wakeOwner(
            Sessions sessions,
            SessionAddresses addresses,
            ReplicaClients replicas,
            @Qualifier("claimLoop") BackgroundLoop claimLoop,
            @Qualifier("followUpLoop") BackgroundLoop followUpLoop) {
        return new HttpWakeOwner(sessions, addresses, replicas, List.of(claimLoop, followUpLoop));
    }

    @Bean
    DecideOrder decideOrder(
            OrderStreams streams,
            PreTradeChecks checks,
            Reservations reservations,
            ClaimTickets tickets,
            ClaimOrder claims,
            WakeOwner wakeOwner,
            Clock clock) {
        return new DecideOrder(
                streams, checks, reservations, tickets, claims, wakeOwner, OrderConfiguration.rowClock(clock));
    }

    @Bean
    PlaceOrder placeOrder(
            OrderFactory factory,
            Orders orders,
            OrderStreams streams,
            DecideOrder decide,
            AwaitOrder await,
            OrderMetrics metrics,
            OrderSettings settings,
            Clock clock) {
        return new PlaceOrder(factory, orders, streams, decide, await, metrics, settings, clock);
    }

    @Bean
    CloseOverdue closeOverdue(Orders orders, OrderStreams streams, DecideOrder decide, ClaimRules rules, Clock clock) {
        return new CloseOverdue(orders, streams, decide, rules, OrderConfiguration.rowClock(clock));
    }

    @Bean
    BackgroundLoop overdueLoop(CloseOverdue overdue, OrderProperties properties) {
        return new BackgroundLoop("overdue", properties.overdueEvery(), PHASE, overdue::round);
    }
}
