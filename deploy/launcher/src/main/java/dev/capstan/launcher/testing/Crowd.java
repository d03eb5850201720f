package dev.capstan.launcher.testing;

import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.KeycloakSettings;
import dev.capstan.launcher.stack.Foundation;
import dev.capstan.launcher.stack.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Users of the realm whom nobody else knows. */
public final class Crowd {

    private static final String PASSWORD = "crowd-only";

    private final String keycloak;
    private final String admin;

    /**
     * Ready to make users.
     *
     * @param keycloak base URL of the stack's Keycloak
     * @param secrets of the same stack
     */
    public Crowd(String keycloak, Secrets secrets) {
        this.keycloak = keycloak;
        this.admin = token("master", "admin-cli", KeycloakSettings.ADMIN, Foundation.keycloakAdminPassword(secrets));
    }

    /** Tokens of so many different users with that role. */
    public List<String> tokens(int users, String role) {
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            people.add(Map.of(
                    "username", name(role, i),
                    "enabled", true,
                    "email", name(role, i) + "@localhost.invalid",
                    "firstName", "Crowd",
                    "lastName", Integer.toString(i),
                    "realmRoles", List.of(role),
                    "credentials", List.of(Map.of("type", "password", "value", PASSWORD))));
        }
        JsonHttp.post(
                        keycloak + "/admin/realms/capstan/partialImport",
                        JsonHttp.bearer(admin),
                        Map.of("ifResourceExists", "SKIP", "users", people))
                .orFail("making the crowd");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            tokens.add(token("capstan", "capstan-cli", name(role, i), PASSWORD));
        }
        return tokens;
    }

    private static String name(String role, int number) {
        return role + "-of-the-crowd-" + number;
    }

    private String token(String realm, String client, String user, String password) {
        String form = "grant_type=password&client_id=" + client + "&username=" + user + "&password=" + password;
        JsonNode answer = JsonHttp.postForm(
                        keycloak + "/realms/" + realm + "/protocol/openid-connect/token", Map.of(), form)
                .orFail("the log-in of " + user)
                .body();
        return answer.path("access_token").asString();
    }
}
