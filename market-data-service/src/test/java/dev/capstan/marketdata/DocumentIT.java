package dev.capstan.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.kit.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, which needs no venue. */
class DocumentIT {

    @Test
    void namesEveryRouteWithItsRoles() throws Exception {
        ServiceUnderTest settings = ServiceUnderTest.named("market-data-service", "market_data")
                .with("capstan.feed.rest-url", "http://127.0.0.1:1")
                .with("capstan.feed.stream-url", "ws://127.0.0.1:1")
                .with("capstan.feed.market-epoch", "document")
                .with("capstan.feed.market-speed", "1");
        try (ConfigurableApplicationContext service =
                SpringApplication.run(MarketDataApplication.class, settings.arguments())) {
            JsonNode document = DocumentedRoutes.checked(service);
            assertThat(document.at("/paths/~1api~1feeds~1health/get/x-roles").toString())
                    .contains("viewer");
        }
    }
}
