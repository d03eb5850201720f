package dev.capstan.execution.order.adapter.config;

import dev.capstan.execution.order.adapter.metrics.MicrometerOrderMetrics;
import dev.capstan.execution.order.adapter.postgres.OrderActivity;
import dev.capstan.execution.order.adapter.postgres.OrderTables;
import dev.capstan.execution.order.adapter.risk.HttpReservations;
import dev.capstan.execution.order.application.AwaitOrder;
import dev.capstan.execution.order.application.BalanceCheck;
import dev.capstan.execution.order.application.EarlierClaimsInDoubt;
import dev.capstan.execution.order.application.EarlyLooks;
import dev.capstan.execution.order.application.FillAssets;
import dev.capstan.execution.order.application.FreeBalances;
import dev.capstan.execution.order.application.OrderFactory;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.OrderMetrics;
import dev.capstan.execution.order.application.OrderPages;
import dev.capstan.execution.order.application.OrderSettings;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.order.application.OrdersToQuery;
import dev.capstan.execution.order.application.PreTradeChecks;
import dev.capstan.execution.order.application.PriceBandCheck;
import dev.capstan.execution.order.application.ReportedOrders;
import dev.capstan.execution.order.application.Reservations;
import dev.capstan.execution.order.application.TakeVenueReport;
import dev.capstan.execution.order.application.VenueFunds;
import dev.capstan.execution.session.SessionGuard;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.execution.venue.domain.Instruments;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.security.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The books of orders: tables, intake, and what is read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderProperties.class)
class OrderConfiguration {

    /** What the database keeps of an instant: an order in memory equals its row. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** A call that places an order waits no longer for the venue's balances, nor for its price. */
    private static final Duration BALANCES_WITHIN = Duration.ofMillis(300);

    private static final Duration REFERENCE_PRICE_WITHIN = Duration.ofMillis(300);

    static Clock rowClock(Clock clock) {
        return Clock.tick(clock, MICROSECOND);
    }

    @Bean
    OrderSettings orderSettings(OrderProperties properties) {
        return properties.settings();
    }

    @Bean
    OrderTables orderTables(JdbcOperations jdbc, EventJson json) {
        return new OrderTables(jdbc, json);
    }

    @Bean
    Orders orders(OrderTables tables) {
        return tables.orders();
    }

    @Bean
    OrderActivity orderActivity(OrderTables tables) {
        return tables.activity();
    }

    @Bean
    OrderPages orderPages(OrderTables tables) {
        return tables.pages();
    }

    @Bean
    OrderHistory orderHistory(OrderTables tables) {
        return tables.history();
    }

    @Bean
    OrderSignals orderSignals() {
        return new OrderSignals();
    }

    @Bean
    OrderStreams orderStreams(
            OrderTables tables,
            Transactions transactions,
            Outbox outbox,
            Ids ids,
            Clock clock,
            SessionGuard guard,
            TradingStates states,
            OrderSignals signals,
            MeterRegistry meters) {
        return tables.streams(transactions, outbox, ids, rowClock(clock), guard, states, signals, meters);
    }

    @Bean
    OrderFactory orderFactory(OrderTables tables, Ids ids, Clock clock, OrderSettings settings) {
        return new OrderFactory(tables.installationId(ids), ids, rowClock(clock), settings);
    }

    @Bean
    OrderMetrics orderMetrics(MeterRegistry meters) {
        return new MicrometerOrderMetrics(meters);
    }

    @Bean
    AwaitOrder awaitOrder(Orders orders, OrderSignals signals) {
        return new AwaitOrder(orders, signals);
    }

    @Bean
    Reservations reservations(ServiceClients services) {
        return new HttpReservations(services);
    }

    @Bean
    BalanceCheck balanceCheck(VenueClients venues, Instruments instruments) {
        return new VenueFunds(
                new FreeBalances(accountId -> venues.of(accountId).balances(), BALANCES_WITHIN), instruments);
    }

    @Bean
    EarlyLooks earlyLooks(OrderTables tables, TradingStates states) {
        return tables.earlyLooks(states);
    }

    @Bean
    PreTradeChecks preTradeChecks(Instruments instruments, EarlyLooks looks, BalanceCheck balances, Clock clock) {
        PriceBandCheck bands = new PriceBandCheck(instruments, clock, REFERENCE_PRICE_WITHIN);
        return new PreTradeChecks(instruments, bands, looks, balances);
    }

    @Bean
    OrdersToQuery ordersToQuery() {
        return new OrdersToQuery();
    }

    @Bean
    TakeVenueReport venueReportIntake(
            Orders orders,
            OrderStreams streams,
            TradingStates states,
            VenueClients venues,
            Instruments instruments,
            OrdersToQuery toQuery) {
        return new TakeVenueReport(
                streams, new ReportedOrders(orders, streams), states, venues, new FillAssets(instruments), toQuery);
    }

    @Bean
    EarlierClaimsInDoubt earlierClaims(Orders orders, OrderStreams streams, OrderMetrics metrics, Clock clock) {
        return new EarlierClaimsInDoubt(orders, streams, metrics, rowClock(clock));
    }
}
