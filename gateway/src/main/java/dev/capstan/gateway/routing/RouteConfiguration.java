package dev.capstan.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import dev.capstan.gateway.forwarding.JsonBodyFilter;
import dev.capstan.gateway.forwarding.PlaceFilter;
import dev.capstan.gateway.forwarding.UploadFilter;
import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.idempotency.IdempotencyFilter;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Routes made of the table, each with the same short chain. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    RouterFunction<ServerResponse> routes(
            UploadFilter uploads, JsonBodyFilter body, PlaceFilter places, IdempotencyFilter idempotency) {
        return Route.TABLE.stream()
                .map(route -> toService(route, uploads, body, places, idempotency))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> toService(
            Route route, UploadFilter uploads, JsonBodyFilter body, PlaceFilter places, IdempotencyFilter idempotency) {
        return GatewayRouterFunctions.route(route.upstream().serviceName())
                .route(paths(route), http())
                .filter(new MethodFilter())
                .filter(uploads)
                .filter(body)
                .filter(places)
                .filter(idempotency)
                .before(request -> addressed(request, route.upstream()))
                .build();
    }

    private static RequestPredicate paths(Route route) {
        return route.patterns().stream()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static ServerRequest addressed(ServerRequest request, Upstream upstream) {
        MvcUtils.setRequestUrl(request, upstream.address());
        return request;
    }
}
