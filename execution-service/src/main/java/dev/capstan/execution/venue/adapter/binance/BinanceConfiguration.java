package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.websocket.StreamEvents;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource;
import dev.capstan.execution.venue.adapter.binance.websocket.UserDataStreams;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.StreamedReports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the adapter together. */
@Configuration(proxyBeanMethods = false)
class BinanceConfiguration {

    @Bean
    UserDataStreams userDataStreams(StreamSource source, StreamedReports intake, ReportGaps gaps, StreamEvents events) {
        return new UserDataStreams(source, intake, gaps, events);
    }
}
