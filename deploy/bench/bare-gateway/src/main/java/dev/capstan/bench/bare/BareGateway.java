package dev.capstan.bench.bare;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes every call on to one address, and does nothing else: what the library itself costs. */
@SpringBootApplication
public class BareGateway {

    /** Listens on {@code server.port} and passes on to {@code upstream}. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareGateway.class, arguments);
    }

    @Bean
    RouterFunction<ServerResponse> everything(@Value("${upstream}") String upstream) {
        return route("everything")
                .route(RequestPredicates.path("/**"), http())
                .before(uri(upstream))
                .build();
    }
}
