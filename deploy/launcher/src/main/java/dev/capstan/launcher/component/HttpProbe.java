package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a readiness path. */
public final class HttpProbe {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private HttpProbe() {}

    /** The body of any answer; empty without one. */
    public static String body(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return ""; // the question is why it is not well: no answer is one
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("asking " + uri, e);
        }
    }

    /** Whether it answers 200 within two seconds. */
    public static boolean answersOk(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet: the caller asks again and has a limit
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("asking " + uri, e);
        }
    }
}
