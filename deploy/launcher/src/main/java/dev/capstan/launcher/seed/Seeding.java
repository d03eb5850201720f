package dev.capstan.launcher.seed;

import dev.capstan.launcher.component.Attempts;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.stack.Secrets;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.VenueAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fills a ready stack. Every step may be repeated. */
public final class Seeding {

    private static final String ACCOUNT = "paper";

    private final StackAddresses addresses;
    private final Secrets secrets;
    private final Keycloak keycloak;
    private final List<String> frontends;

    public Seeding(StackAddresses addresses, Secrets secrets) {
        this(addresses, secrets, List.of());
    }

    /**
     * Of the stack at these addresses.
     *
     * @param frontends origins of the console, as the gateway knows them; empty leaves those that Keycloak has
     */
    public Seeding(StackAddresses addresses, Secrets secrets, List<String> frontends) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.frontends = List.copyOf(frontends);
        this.keycloak = new Keycloak(addresses.keycloak(), secrets);
    }

    /** What {@code FRONTEND_URL} says: origins, comma-separated; null and empty say nothing. */
    public static List<String> frontends(@Nullable String text) {
        return Stream.of(Objects.requireNonNullElse(text, "").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
    }

    /** As {@link #run}, tried again for a while where the services are still finding each other. */
    public Optional<String> untilDone() {
        return Attempts.untilDone(this::run);
    }

    /** Does what the stack has the parts for; gives back the id of the PAPER account, if there can be one. */
    public Optional<String> run() {
        keycloak.addLocalOverlay();
        tellKeycloak();
        if (addresses.simulatorControl().isEmpty() || addresses.gateway().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(paperAccount(addresses.gateway().get(), new VenueAccount(secrets)));
    }

    /** The part that is no demo: where the console is. */
    public void tellKeycloak() {
        if (!frontends.isEmpty()) {
            keycloak.letConsoleReturnTo(frontends);
        }
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
