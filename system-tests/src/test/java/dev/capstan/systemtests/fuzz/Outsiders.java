package dev.capstan.systemtests.fuzz;

import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.KeycloakSettings;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Capstan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tokens that Keycloak itself signed and that must not do: by clients that are wrong in one thing each. */
final class Outsiders {

    private static final String AUDIENCE = "audience";
    private static final String ROLES = "roles";

    private final Capstan capstan;
    private final String admin;

    Outsiders(Capstan capstan) {
        this.capstan = capstan;
        String password = capstan.stack().secrets().password("launcher", "keycloak-admin-password");
        this.admin = token("master", "admin-cli", KeycloakSettings.ADMIN, password);
    }

    /** A realm's administrator, who is nobody here. */
    String ofAnotherRealm() {
        return admin;
    }

    /** The user's own, but for somebody else to read. */
    String ofAnotherAudience(DemoUser user) {
        return token("fuzz-elsewhere", user, 300, ROLES);
    }

    /** The user's own, without any role. */
    String withoutRoles(DemoUser user) {
        return token("fuzz-nobody", user, 3_600, AUDIENCE);
    }

    /** The user's own, good for a second. */
    String soonExpired(DemoUser user) {
        return token("fuzz-brief", user, 1, ROLES, AUDIENCE);
    }

    private String token(String client, DemoUser user, int seconds, String... mappers) {
        List<Map<String, Object>> chosen = new ArrayList<>();
        for (String mapper : mappers) {
            chosen.add(mapper.equals(ROLES) ? roles() : audience());
        }
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "clientId",
                client,
                "publicClient",
                true,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                true,
                "fullScopeAllowed",
                true,
                "defaultClientScopes",
                List.of("basic", "profile"),
                "attributes",
                Map.of("access.token.lifespan", Integer.toString(seconds)),
                "protocolMappers",
                chosen));
        JsonHttp.Answer made = JsonHttp.post(
                capstan.keycloakUrl() + "/admin/realms/capstan/clients", JsonHttp.bearer(admin), settings);
        if (made.status() != 409) {
            made.orFail("making the client " + client);
        }
        return token(
                "capstan",
                client,
                user.userName(),
                user.password(capstan.stack().secrets()));
    }

    private static Map<String, Object> roles() {
        return Map.of(
                "name",
                ROLES,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-usermodel-realm-role-mapper",
                "config",
                Map.of(
                        "claim.name", "roles",
                        "jsonType.label", "String",
                        "multivalued", "true",
                        "access.token.claim", "true"));
    }

    private static Map<String, Object> audience() {
        return Map.of(
                "name",
                AUDIENCE,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of("included.custom.audience", "capstan-api", "access.token.claim", "true"));
    }

    private String token(String realm, String client, String user, String password) {
        String form = Map.of("grant_type", "password", "client_id", client, "username", user, "password", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String url = capstan.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token";
        return JsonHttp.postForm(url, Map.of(), form)
                .orFail("the log-in of " + user + " at " + client)
                .body()
                .path("access_token")
                .asString();
    }
}
