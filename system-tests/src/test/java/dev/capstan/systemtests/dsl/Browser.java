package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.stack.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of the log-in pages: keeps cookies, follows redirects as far as Keycloak's own pages go, fills forms. */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();

    /** By hand, because the JDK keeps secure cookies from loopback addresses, which browsers trust. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final String keycloak;
    private final Secrets secrets;
    private HttpResponse<String> page;

    Browser(String keycloak, Secrets secrets, URI start) {
        this.keycloak = keycloak;
        this.secrets = secrets;
        this.page = followed(send(HttpRequest.newBuilder(start)));
    }

    /** Fills the page that asks who it is. */
    public Browser logsInAs(DemoUser user) {
        return submits(Map.of("username", user.userName(), "password", user.password(secrets)));
    }

    /** Submits the page's form, with what it hides and with this. */
    public Browser submits(Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form at " + page.uri() + ", status " + page.statusCode() + ": " + page.body());
        }
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        page = followed(post(page.uri().resolve(form.group(1).replace("&amp;", "&")), all));
        return this;
    }

    /** Where the browser was sent in the end; the page itself when it was sent nowhere else. */
    public URI address() {
        return page.headers().firstValue("Location").map(URI::create).orElse(page.uri());
    }

    public String text() {
        return page.body();
    }

    /** A call that a client makes behind the person's back. */
    public JsonNode calls(String path, Map<String, String> form) {
        return JsonMapper.shared()
                .readTree(post(URI.create(keycloak + "/realms/capstan/protocol/openid-connect" + path), form)
                        .body());
    }

    private HttpResponse<String> followed(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        while (last.statusCode() / 100 == 3) {
            URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
            if (!next.toString().startsWith(keycloak)) {
                return last;
            }
            last = send(HttpRequest.newBuilder(next));
        }
        return last;
    }

    private HttpResponse<String> post(URI address, Map<String, String> form) {
        Map<String, String> encoded = new LinkedHashMap<>();
        form.forEach((name, value) -> encoded.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(joined(encoded, "&"))));
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", -1)[0];
        String name = pair.substring(0, pair.indexOf('='));
        cookies.put(name, pair.substring(name.length() + 1));
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        }
    }

    private static String joined(Map<String, String> pairs, String between) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(between));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            if (!cookies.isEmpty()) {
                request.header("Cookie", joined(cookies, "; "));
            }
            HttpResponse<String> answer = client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at a log-in page", interrupted);
        }
    }
}
