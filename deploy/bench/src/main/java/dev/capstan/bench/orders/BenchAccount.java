package dev.capstan.bench.orders;

import dev.capstan.bench.stack.BenchStack;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.seed.DemoUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A PAPER account of the trader's on a venue account that can pay for everything, with limits out of the way. */
final class BenchAccount {

    private BenchAccount() {}

    /** Opens it; gives back its id. */
    static String open(BenchStack stack) {
        String apiKey = "bench-" + UUID.randomUUID();
        String secretKey = UUID.randomUUID().toString();
        JsonHttp.post(
                        stack.simulatorControl() + "/control/accounts",
                        Map.of(),
                        Map.of("apiKey", apiKey, "secretKey", secretKey, "balances", Profile.BALANCES))
                .orFail("opening the venue account");
        Map<String, String> headers = new LinkedHashMap<>(JsonHttp.bearer(stack.token(DemoUser.TRADER)));
        headers.put("Idempotency-Key", apiKey);
        String accountId = JsonHttp.post(
                        stack.gateway() + "/api/accounts",
                        headers,
                        Map.of(
                                "name",
                                "bench",
                                "kind",
                                "PAPER",
                                "venueId",
                                "BINANCE",
                                "apiKey",
                                apiKey,
                                "secretKey",
                                secretKey))
                .orFail("opening the account")
                .body()
                .path("accountId")
                .asString();
        raiseLimits(stack, accountId);
        return accountId;
    }

    private static void raiseLimits(BenchStack stack, String accountId) {
        Map<String, String> manager = JsonHttp.bearer(stack.token(DemoUser.RISK_MANAGER));
        String limits = stack.gateway() + "/api/risk/limits/" + accountId;
        put(limits, manager, Map.of("maxAccountExposure", "1000000000", "maxOpenOrders", 100_000, "version", 0));
        for (String instrument : Profile.INSTRUMENTS) {
            put(limits + "/" + instrument, manager, Map.of("maxInstrumentExposure", "1000000000", "version", 0));
        }
    }

    private static void put(String url, Map<String, String> bearer, Map<String, Object> limits) {
        Map<String, String> headers = new LinkedHashMap<>(bearer);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        JsonHttp.put(url, headers, limits).orFail("raising the limits");
    }
}
