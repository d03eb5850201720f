package dev.capstan.risk.exposure.adapter.config;

import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.risk.exposure.application.BookOrderEvents;
import dev.capstan.risk.exposure.application.ExposureAlerts;
import dev.capstan.risk.exposure.application.RebuildExposure;
import dev.capstan.risk.exposure.application.Valuation;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.limit.Limits;
import dev.capstan.risk.mark.Marks;
import dev.capstan.risk.mark.ReferenceRates;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExposureConfiguration {

    @Bean
    Valuation valuation(Marks marks, ReferenceRates rates) {
        return new Valuation(marks, rates);
    }

    @Bean
    BookOrderEvents bookOrderEvents(
            ExposureBooks books, Limits limits, Valuation valuation, ExposureAlerts alerts, Clock clock) {
        return new BookOrderEvents(books, limits, valuation, alerts, clock);
    }

    @Bean
    RebuildExposure rebuildExposure(ExposureBooks books, StreamPositions streams, Transactions transactions) {
        return new RebuildExposure(books, streams, transactions);
    }
}
