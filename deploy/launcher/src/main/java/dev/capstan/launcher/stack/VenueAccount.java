package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.JsonHttp;
import java.util.Map;

/** The account at the simulated venue that the demo trades on. */
public final class VenueAccount {

    private static final Map<String, String> BALANCES =
            Map.of("USDT", "1000000", "BTC", "10", "ETH", "100", "SOL", "1000", "XRP", "100000");

    private final Secrets secrets;

    public VenueAccount(Secrets secrets) {
        this.secrets = secrets;
    }

    public String apiKey() {
        return secrets.password("venue-account", "api-key");
    }

    public String secretKey() {
        return secrets.password("venue-account", "secret-key");
    }

    /** Asked again at any time: the simulator makes an account once for each key. */
    public void open(String controlUrl) {
        Map<String, Object> account = Map.of("apiKey", apiKey(), "secretKey", secretKey(), "balances", BALANCES);
        JsonHttp.post(controlUrl + "/control/accounts", Map.of(), account)
                .orFail("opening an account at the simulator");
    }
}
