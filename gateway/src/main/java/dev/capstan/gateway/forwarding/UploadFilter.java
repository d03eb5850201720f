package dev.capstan.gateway.forwarding;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The one call that takes a file: it goes through a file here too, so that no upload is held in memory. */
@Component
public class UploadFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final String PATH = "/api/candles/imports";
    private static final Set<String> MEDIA_TYPES = Set.of("text/csv", "application/gzip");

    private final ForwardingSettings settings;
    private final Semaphore places;

    UploadFilter(ForwardingSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.uploads());
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!isUpload(request)) {
            return next.handle(request);
        }
        requireFile(request);
        if (!places.tryAcquire()) {
            throw ProblemException.retryLater(
                    ProblemCode.SERVICE_UNAVAILABLE, "Too many files are being uploaded; nothing was done.", 5);
        }
        // The call is made before the handler returns: only its answer is still to be written.
        try (SpooledBody body = spooled(request)) {
            body.rememberIn(request);
            return next.handle(request);
        } finally {
            places.release();
        }
    }

    private static boolean isUpload(ServerRequest request) {
        return HttpMethod.POST.equals(request.method())
                && PATH.equals(request.servletRequest().getServletPath());
    }

    private static void requireFile(ServerRequest request) {
        String type = request.headers().header(HttpHeaders.CONTENT_TYPE).stream()
                .findFirst()
                .orElse("");
        boolean plain = request.headers().header(HttpHeaders.CONTENT_ENCODING).isEmpty();
        if (!plain || !MEDIA_TYPES.contains(type.replaceFirst("(?i);\\s*charset=utf-8$", ""))) {
            throw ProblemException.of(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED,
                    "Send the file as text/csv in UTF-8, or gzipped as application/gzip, without Content-Encoding.");
        }
    }

    private SpooledBody spooled(ServerRequest request) throws IOException {
        Path file = Files.createTempFile("upload-", ".body");
        try {
            MessageDigest digest = sha256();
            try (OutputStream to =
                    new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest))) {
                TimelyBody.copy(request, to, settings.uploadTimeout());
            }
            return new SpooledBody(file, digest.digest());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
