package dev.capstan.gateway.forwarding;

import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What a service answered, whole. */
public record UpstreamAnswer(int status, HttpHeaders headers, Body body) {

    private static final String ATTRIBUTE = UpstreamAnswer.class.getName();

    /** The answer to this request; only there once the call was made. */
    public static UpstreamAnswer of(ServerRequest request) {
        return (UpstreamAnswer) request.attribute(ATTRIBUTE)
                .orElseThrow(() -> new IllegalStateException("the request was not forwarded"));
    }

    void rememberIn(ServerRequest request) {
        request.attributes().put(ATTRIBUTE, this);
    }

    /** The answer on its way to the caller. */
    public ServerResponse toResponse() {
        return GatewayServerResponse.status(HttpStatusCode.valueOf(status))
                .headers(sent -> sent.putAll(headers))
                .build((request, response) -> {
                    if (body.length() > 0) {
                        response.setContentLength(body.length());
                        response.getOutputStream().write(body.bytes());
                    }
                    return null;
                });
    }
}
