package dev.capstan.execution.order.adapter.config;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.background.BackgroundLoop;
import dev.capstan.execution.order.application.CancelAtVenue;
import dev.capstan.execution.order.application.CancelOrder;
import dev.capstan.execution.order.application.FollowUpRound;
import dev.capstan.execution.order.application.LostAnswers;
import dev.capstan.execution.order.application.OrderMetrics;
import dev.capstan.execution.order.application.OrderSettings;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.order.application.OrdersToQuery;
import dev.capstan.execution.order.application.QueryOrder;
import dev.capstan.execution.order.application.ResolveDoubt;
import dev.capstan.execution.order.application.SendOrder;
import dev.capstan.execution.order.application.StoreSubmitAnswer;
import dev.capstan.execution.order.application.SubmitsInFlight;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.order.application.WakeOwner;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.tradingstate.ClaimsInFlight;
import dev.capstan.execution.tradingstate.OpenOrders;
import dev.capstan.execution.venue.domain.VenueClients;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is looked after until it is settled: doubts, cancels, missing fills. */
@Configuration(proxyBeanMethods = false)
class FollowUpConfiguration {

    private static final int PHASE = 0;
    private static final Duration SOON = Duration.ofMillis(500);

    @Bean
    ResolveDoubt resolveDoubt(
            Orders orders,
            OrderStreams streams,
            VenueClients venues,
            VenueReportIntake intake,
            OrderMetrics metrics,
            Clock clock) {
        return new ResolveDoubt(orders, streams, venues, intake, metrics, OrderConfiguration.rowClock(clock));
    }

    @Bean
    QueryOrder queryOrder(Orders orders, OrdersToQuery toQuery, VenueClients venues, VenueReportIntake intake) {
        return new QueryOrder(orders, toQuery, venues, intake);
    }

    @Bean
    LostAnswers lostAnswers(SendOrder sender, StoreSubmitAnswer answers, OrderSettings settings, Clock clock) {
        return new LostAnswers(sender, answers, settings, clock);
    }

    @Bean
    FollowUpRound followUpRound(
            Sessions sessions,
            Orders orders,
            LostAnswers lostAnswers,
            ResolveDoubt doubts,
            QueryOrder queries,
            VenueClients venues,
            VenueReportIntake intake) {
        return new FollowUpRound(
                sessions, orders, lostAnswers, doubts, new CancelAtVenue(venues, intake), queries, SOON);
    }

    @Bean
    BackgroundLoop followUpLoop(
            FollowUpRound followUp, OrderSignals signals, OrdersToQuery toQuery, OrderProperties properties) {
        BackgroundLoop loop = new BackgroundLoop(
                "follow-up", properties.followUpEvery(), PHASE, properties.followUpCalm(), followUp::round);
        toQuery.listen(loop::signal);
        signals.listen(order -> {
            if (FollowUpRound.concerns(order)) {
                loop.signal();
            }
        });
        return loop;
    }

    @Bean
    CancelOrder cancelOrder(Orders orders, OrderStreams streams, WakeOwner wakeOwner, Clock clock) {
        return new CancelOrder(orders, streams, wakeOwner, OrderConfiguration.rowClock(clock));
    }

    @Bean
    OpenOrders openOrders(CancelOrder cancel) {
        return scope -> {
            AccountId accountId = scope.accountId();
            if (accountId == null) {
                cancel.cancelEverything();
            } else {
                cancel.cancelAll(accountId, Optional.ofNullable(scope.instrumentId()));
            }
        };
    }

    @Bean
    ClaimsInFlight claimsInFlight(Orders orders, OrderSettings settings, Clock clock) {
        return new SubmitsInFlight(orders, settings, clock);
    }
}
