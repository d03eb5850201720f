package dev.capstan.gateway.forwarding;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Reads the body once, where it is no upload, and lets only JSON in UTF-8 pass, so that no service has to defend itself against the rest. */
@Component
public class JsonBodyFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final ForwardingSettings settings;

    JsonBodyFilter(ForwardingSettings settings) {
        this.settings = settings;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (Payload.isReadFrom(request)) {
            return next.handle(request);
        }
        Body body = read(request);
        if (body.length() > 0) {
            requireJsonMediaType(request);
            JsonCheck.requireWellFormed(body);
        }
        body.rememberIn(request);
        return next.handle(request);
    }

    private Body read(ServerRequest request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TimelyBody.copy(request, bytes, settings.bodyTimeout());
        return Body.of(bytes.toByteArray());
    }

    private static void requireJsonMediaType(ServerRequest request) {
        boolean plain = request.headers().header(HttpHeaders.CONTENT_ENCODING).isEmpty();
        if (!plain || !contentType(request).map(JsonBodyFilter::isJson).orElse(false)) {
            throw ProblemException.of(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Send the body as application/json in UTF-8, not compressed.");
        }
    }

    private static Optional<MediaType> contentType(ServerRequest request) {
        try {
            return request.headers().contentType();
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
    }

    private static boolean isJson(MediaType type) {
        boolean utf8 = type.getParameter("charset") == null || StandardCharsets.UTF_8.equals(type.getCharset());
        return utf8 && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    }
}
