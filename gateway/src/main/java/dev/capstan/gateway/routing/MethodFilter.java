package dev.capstan.gateway.routing;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets through the methods an API call can have; whether this path has this method is for its service to say. */
final class MethodFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!METHODS.contains(request.method())) {
            throw new HttpRequestMethodNotSupportedException(
                    request.method().name(),
                    METHODS.stream().map(HttpMethod::name).sorted().toList());
        }
        return next.handle(request);
    }
}
