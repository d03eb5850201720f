package dev.capstan.kit.client;

import dev.capstan.kit.correlation.Correlation;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Puts this service's token and the current correlation id on each call. */
final class OwnIdentity implements ClientHttpRequestInterceptor {

    private final ServiceToken token;

    OwnIdentity(ServiceToken token) {
        this.token = token;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String value = token.value();
        request.getHeaders().setBearerAuth(value);
        String correlationId = Correlation.current();
        if (correlationId != null) {
            request.getHeaders().set(Correlation.HTTP_HEADER, correlationId);
        }
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            token.refused(value);
        }
        return response;
    }
}
