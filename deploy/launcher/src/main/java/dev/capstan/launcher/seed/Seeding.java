package dev.capstan.launcher.seed;

import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.stack.Secrets;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.VenueAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Fills a ready stack. Every step may be repeated. */
public final class Seeding {

    private static final String ACCOUNT = "paper";

    private final StackAddresses addresses;
    private final Secrets secrets;
    private final Keycloak keycloak;

    public Seeding(StackAddresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.keycloak = new Keycloak(addresses.keycloak(), secrets);
    }

    /** Does what the stack has the parts for; gives back the id of the PAPER account, if there can be one. */
    public Optional<String> run() {
        keycloak.addLocalOverlay();
        if (addresses.simulatorControl().isEmpty() || addresses.gateway().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(paperAccount(addresses.gateway().get(), new VenueAccount(secrets)));
    }

    private String paperAccount(String gateway, VenueAccount venueAccount) {
        Map<String, String> trader = JsonHttp.bearer(keycloak.token(DemoUser.TRADER));
        JsonNode accounts = JsonHttp.get(gateway + "/api/accounts", trader)
                .orFail("asking for the accounts")
                .body()
                .path("items");
        for (JsonNode account : accounts) {
            if (ACCOUNT.equals(account.path("name").asString(""))) {
                return account.path("accountId").asString();
            }
        }
        return open(gateway, trader, venueAccount);
    }

    /** The fixed key makes a second call, after a crash between the two, return the account of the first. */
    private static String open(String gateway, Map<String, String> trader, VenueAccount venueAccount) {
        Map<String, String> headers = new HashMap<>(trader);
        headers.put("Idempotency-Key", "seed-paper");
        Map<String, String> account = Map.of(
                "name",
                ACCOUNT,
                "kind",
                "PAPER",
                "venueId",
                "BINANCE",
                "apiKey",
                venueAccount.apiKey(),
                "secretKey",
                venueAccount.secretKey());
        return JsonHttp.post(gateway + "/api/accounts", headers, account)
                .orFail("opening the PAPER account")
                .body()
                .path("accountId")
                .asString();
    }
}
