package dev.capstan.launcher.seed;

import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.KeycloakSettings;
import dev.capstan.launcher.component.Packaged;
import dev.capstan.launcher.stack.Foundation;
import dev.capstan.launcher.stack.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The running Keycloak: tokens from it, and the local overlay of its realm. */
public final class Keycloak {

    private static final String REALM = "%s/admin/realms/capstan/%s";

    private final String url;
    private final Secrets secrets;

    public Keycloak(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** An access token of a demo user, as {@code ./capstan token} prints it. */
    public String token(DemoUser user) {
        return token("capstan", "capstan-cli", user.userName(), user.password(secrets));
    }

    /** Adds the client of the command and the demo users; what exists is left as it is. */
    void addLocalOverlay() {
        String overlay = Packaged.text("/keycloak/local-overlay.json");
        for (DemoUser user : DemoUser.values()) {
            overlay = overlay.replace("${CAPSTAN_PASSWORD_" + user.name() + "}", user.password(secrets));
        }
        JsonHttp.post(REALM.formatted(url, "partialImport"), asAdministrator(), overlay)
                .orFail("adding the demo users");
    }

    /** The realm file says it once, at Keycloak's first start; this says it again when the console has moved. */
    void letConsoleReturnTo(List<String> origins) {
        Map<String, String> administrator = asAdministrator();
        String clients = REALM.formatted(url, "clients");
        ObjectNode console = (ObjectNode) JsonHttp.get(clients + "?clientId=capstan-console", administrator)
                .orFail("asking for the console's client")
                .body()
                .required(0);
        ArrayNode redirects = console.putArray("redirectUris");
        ArrayNode pages = console.putArray("webOrigins");
        for (String origin : origins) {
            redirects.add(origin + "/*");
            pages.add(origin);
        }
        String own = clients + "/" + console.required("id").stringValue();
        JsonHttp.put(own, administrator, console.toString()).orFail("telling Keycloak where the console is");
    }

    private Map<String, String> asAdministrator() {
        return JsonHttp.bearer(
                token("master", "admin-cli", KeycloakSettings.ADMIN, Foundation.keycloakAdminPassword(secrets)));
    }

    private String token(String realm, String client, String user, String password) {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", password);
        return JsonHttp.postForm(url + "/realms/" + realm + "/protocol/openid-connect/token", Map.of(), encode(form))
                .orFail("the log-in of " + user)
                .body()
                .path("access_token")
                .stringValue();
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
