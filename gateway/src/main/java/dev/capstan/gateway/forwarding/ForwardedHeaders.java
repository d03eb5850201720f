package dev.capstan.gateway.forwarding;

import dev.capstan.kit.correlation.Correlation;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Which headers pass, by name. What is not listed does not reach a service or a caller: so nobody outside speaks in the name of a proxy
 * or of another user, and no cookie or server banner leaks.
 */
@Component
public class ForwardedHeaders implements RequestHttpHeadersFilter {

    private static final String OVERRIDES = ForwardedHeaders.class.getName();

    /** The token is relayed: every service verifies it again. */
    private static final List<String> TO_SERVICE = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ACCEPT,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            "traceparent",
            "tracestate");

    private static final List<String> TO_CALLER = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.ALLOW,
            HttpHeaders.WWW_AUTHENTICATE);

    /** Sends a header of the gateway's own making to the service. */
    public static void set(ServerRequest request, String name, String value) {
        HttpHeaders own = own(request);
        own.set(name, value);
        request.attributes().put(OVERRIDES, own);
    }

    private static HttpHeaders own(ServerRequest request) {
        return (HttpHeaders) request.attribute(OVERRIDES).orElseGet(HttpHeaders::new);
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        HttpHeaders passed = picked(received, TO_SERVICE);
        passed.putAll(own(request));
        String correlationId = Correlation.current();
        if (correlationId != null) {
            passed.set(Correlation.HTTP_HEADER, correlationId);
        }
        return passed;
    }

    static HttpHeaders toCaller(java.net.http.HttpHeaders answered) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : TO_CALLER) {
            answered.allValues(name).forEach(value -> passed.add(name, value));
        }
        return passed;
    }

    private static HttpHeaders picked(HttpHeaders from, List<String> names) {
        HttpHeaders picked = new HttpHeaders();
        for (String name : names) {
            List<String> values = from.get(name);
            if (values != null) {
                picked.put(name, values);
            }
        }
        return picked;
    }
}
