package dev.capstan.gateway.forwarding;

import dev.capstan.kit.problem.ProblemException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Makes the call of a gateway route at whichever replica of the addressed service can be reached. */
@Component
class ReplicaExchange implements ProxyExchange {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaExchange.class);

    private final UpstreamClient client;
    private final ForwardingSettings settings;

    ReplicaExchange(UpstreamClient client, ForwardingSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public ServerResponse exchange(Request request) {
        URI address = Objects.requireNonNull(request.getUri());
        if (StreamedAnswer.isWanted(request.getServerRequest())) {
            return stream(request, address);
        }
        UpstreamAnswer answer = call(request, address);
        answer.rememberIn(request.getServerRequest());
        return answer.toResponse();
    }

    private UpstreamAnswer call(Request request, URI address) {
        try {
            return client.call(
                    Upstream.at(address), replica -> httpRequest(request, at(replica, address)), timeout(request));
        } catch (ProblemException e) {
            throw logged(request, address, e);
        }
    }

    private ServerResponse stream(Request request, URI address) {
        try {
            return new StreamedAnswer(
                            client.open(
                                    Upstream.at(address),
                                    replica -> httpRequest(request, at(replica, address)),
                                    settings.callTimeout()),
                            settings.streamTimeout())
                    .toResponse();
        } catch (ProblemException e) {
            throw logged(request, address, e);
        }
    }

    private static ProblemException logged(Request request, URI address, ProblemException e) {
        String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        LOG.warn("{} {}: {}{}", request.getMethod(), address.getPath(), e.getMessage(), cause);
        return e;
    }

    private static HttpRequest httpRequest(Request request, URI target) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target)
                .method(
                        request.getMethod().name(),
                        Payload.of(request.getServerRequest()).publisher());
        request.getHeaders().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** Path and query as they are, still encoded, so that a service reads what the caller wrote. */
    private static URI at(URI replica, URI address) {
        String query = address.getRawQuery();
        return URI.create(replica.getScheme() + "://" + replica.getRawAuthority() + address.getRawPath()
                + (query == null ? "" : '?' + query));
    }

    private Duration timeout(Request request) {
        ServerRequest received = request.getServerRequest();
        if (Payload.of(received) instanceof SpooledBody) {
            return settings.uploadTimeout();
        }
        return PlaceFilter.isWait(received) ? settings.waitTimeout() : settings.callTimeout();
    }
}
