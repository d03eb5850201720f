package dev.capstan.kit.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/** Sends a request to the replica that answered last, and to the next one only when no connection could be made. */
final class Replicas implements ClientHttpRequestInterceptor {

    private final List<URI> baseUrls;
    private final AtomicInteger preferred = new AtomicInteger();

    Replicas(List<URI> baseUrls) {
        this.baseUrls = List.copyOf(baseUrls);
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        int first = preferred.get();
        IOException refused = new ConnectException("no replica is configured");
        for (int i = 0; i < baseUrls.size(); i++) {
            int index = Math.floorMod(first + i, baseUrls.size());
            try {
                ClientHttpResponse response = execution.execute(at(baseUrls.get(index), request), body);
                preferred.set(index);
                return response;
            } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
                refused = nobodyThere;
            }
        }
        throw refused;
    }

    private static HttpRequest at(URI base, HttpRequest request) {
        URI target = request.getURI();
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        URI moved = URI.create(withoutSlash(base) + target.getRawPath() + query);
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return moved;
            }
        };
    }

    private static String withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
