package dev.capstan.risk;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Price;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.risk.exposure.application.ExposureReads;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.limit.Limits;
import dev.capstan.risk.reservation.application.Reserve;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** A replica of risk-service without its web server and its Kafka: the service's own beans on the shared database. */
public final class RiskInstance implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param name shown by the database as the application's name */
    public RiskInstance(String name) {
        context.registerBean(DataSource.class, () -> RiskDatabase.connect(name));
        context.register(Wiring.class);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** As the first question about an account and an instrument does, in a transaction of its own. */
    public void opens(ReservationRequest request) {
        get(Limits.class).open(request.accountId());
        get(ExposureReads.class).open(new StreamKey(request.accountId(), request.instrumentId()));
    }

    public ReservationAnswer reserve(ReservationRequest request) {
        return get(Reserve.class).reserve(request);
    }

    public void tick(InstrumentId instrumentId, String price) {
        get(RecordedTicks.class).tick(instrumentId, price);
    }

    public ExecutionStreams execution() {
        return get(ExecutionStreams.class);
    }

    public PausableTransactions transactions() {
        return get(PausableTransactions.class);
    }

    /** Exposure of all of an account's instruments at this mark. */
    public BigDecimal exposure(AccountId accountId, String mark) {
        return get(ExposureBooks.class).account(accountId).stream()
                .map(book -> book.at(Price.parse(mark)).worstValue().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public int openOrders(AccountId accountId) {
        return get(ExposureBooks.class).account(accountId).stream()
                .map(InstrumentBook::openOrders)
                .mapToInt(List::size)
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A test configuration, so that the application does not find it when it is started whole. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan({
        "dev.capstan.risk.exposure",
        "dev.capstan.risk.limit",
        "dev.capstan.risk.mark",
        "dev.capstan.risk.reservation",
        "dev.capstan.risk.sweep"
    })
    @ConfigurationPropertiesScan("dev.capstan.risk")
    @EnableConfigurationProperties
    static class Wiring {

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        CountedStatements jdbcClient(DataSource dataSource) {
            return new CountedStatements(JdbcClient.create(dataSource));
        }

        @Bean
        PausableTransactions transactions(DataSource dataSource) {
            return new PausableTransactions(new TransactionTemplate(new JdbcTransactionManager(dataSource)));
        }

        @Bean
        ExecutionStreams streams(ObjectProvider<OrderEventHandler> handler, PausableTransactions transactions) {
            return new ExecutionStreams(handler, transactions);
        }

        @Bean
        MovableClock clock() {
            return MovableClock.at(OrderFixture.NOW);
        }

        @Bean
        RecordedTicks views() {
            return new RecordedTicks();
        }

        @Bean
        RecordedAlerts alerts() {
            return new RecordedAlerts();
        }

        @Bean
        AccountAccess access(RecordedTicks views) {
            return new AccountAccess(views.follow(Topics.ACCOUNT_EVENTS, AccountEvent.class, AccountEvent::version));
        }

        @Bean
        Ids ids() {
            return UUID::randomUUID;
        }

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        JsonMapper json() {
            return JsonDialect.mapper();
        }

        @Bean
        ServiceClients clients() {
            return service -> RestClient.create("http://127.0.0.1:1");
        }
    }
}
