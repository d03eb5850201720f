package dev.capstan.risk.reservation.adapter.config;

import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.risk.exposure.application.Valuation;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.limit.Limits;
import dev.capstan.risk.reservation.application.Judgement;
import dev.capstan.risk.reservation.application.Reserve;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

    @Bean
    Judgement judgement(
            ExposureBooks books,
            Limits limits,
            Valuation valuation,
            StreamPositions streams,
            ReservationSettings settings) {
        return new Judgement(books, limits, valuation, streams, settings.marketBuffer());
    }

    @Bean
    Reserve reserve(Transactions transactions, Limits limits, ExposureBooks books, Judgement judgement, Clock clock) {
        return new Reserve(transactions, limits, books, judgement, clock);
    }
}
