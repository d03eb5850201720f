package dev.capstan.kit.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Sends a request to the replica that answered last, and to the next one only when no connection came about: a request that was written
 * may have been carried out, and is not written again.
 */
final class Replicas implements ClientHttpRequestInterceptor {

    private final List<URI> bases;
    private final AtomicInteger preferred = new AtomicInteger();

    Replicas(List<String> bases) {
        this.bases = bases.stream().map(URI::create).toList();
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        int first = preferred.get();
        IOException refused = new ConnectException("no replica is set");
        for (int i = 0; i < bases.size(); i++) {
            int candidate = (first + i) % bases.size();
            try {
                ClientHttpResponse answer = execution.execute(at(bases.get(candidate), request), body);
                preferred.set(candidate);
                return answer;
            } catch (ConnectException | ConnectTimeoutException e) {
                refused = e;
            }
        }
        throw refused;
    }

    private static HttpRequest at(URI base, HttpRequest request) {
        URI asked = request.getURI();
        String path = base.getRawPath() + asked.getRawPath();
        URI target = URI.create(base.getScheme() + "://" + base.getRawAuthority() + path
                + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()));
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return target;
            }
        };
    }
}
