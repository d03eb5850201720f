package dev.capstan.launcher.seed;

import dev.capstan.launcher.stack.Secrets;
import java.util.Map;

/** The account at the simulated venue that the demo trades on. */
final class VenueAccount {

    private static final Map<String, String> BALANCES =
            Map.of("USDT", "1000000", "BTC", "10", "ETH", "100", "SOL", "1000", "XRP", "100000");

    private final Secrets secrets;

    VenueAccount(Secrets secrets) {
        this.secrets = secrets;
    }

    String apiKey() {
        return secrets.password("venue-account", "api-key");
    }

    String secretKey() {
        return secrets.password("venue-account", "secret-key");
    }

    /** The simulator makes an account once for each key, however often it is asked. */
    void open(String controlUrl) {
        Map<String, Object> account = Map.of("apiKey", apiKey(), "secretKey", secretKey(), "balances", BALANCES);
        JsonHttp.post(controlUrl + "/control/accounts", Map.of(), account)
                .orFail("opening an account at the simulator");
    }
}
