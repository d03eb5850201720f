package dev.capstan.launcher.seed;

import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.KeycloakSettings;
import dev.capstan.launcher.component.Packaged;
import dev.capstan.launcher.stack.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The running Keycloak: tokens from it, and the local overlay of its realm. */
public final class Keycloak {

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
        String password = secrets.password("launcher", "keycloak-admin-password");
        String admin = token("master", "admin-cli", KeycloakSettings.ADMIN, password);
        JsonHttp.post(url + "/admin/realms/capstan/partialImport", JsonHttp.bearer(admin), overlay)
                .orFail("adding the demo users");
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
