package dev.capstan.risk.reservation.adapter.config;

import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.risk.exposure.application.ExposureReads;
import dev.capstan.risk.exposure.application.Valuation;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.limit.Limits;
import dev.capstan.risk.reservation.adapter.postgres.JdbcGathering;
import dev.capstan.risk.reservation.application.Gathering;
import dev.capstan.risk.reservation.application.Judgement;
import dev.capstan.risk.reservation.application.Reserve;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

    @Bean
    Judgement judgement(Valuation valuation, ReservationSettings settings) {
        return new Judgement(valuation, settings.marketBuffer());
    }

    @Bean
    Gathering gathering(
            JdbcOperations jdbc,
            Transactions transactions,
            Limits limits,
            ExposureReads books,
            StreamPositions streams) {
        return new JdbcGathering(jdbc, transactions, limits, books, streams);
    }

    @Bean
    Reserve reserve(Gathering gathering, ExposureBooks books, Judgement judgement, Clock clock) {
        return new Reserve(gathering, books, judgement, clock);
    }
}
