package dev.capstan.systemtests.dsl;

import java.util.Map;
import java.util.UUID;

/** An account of ours, and the keys of the venue's that it trades on. */
public record PaperAccount(String accountId, String apiKey, String secretKey) {

    /** Opens one at the venue with this much, and the caller's that trades on it. */
    static PaperAccount open(Api caller, Venue venue, Map<String, String> balances) {
        String apiKey = "key-" + UUID.randomUUID();
        String secretKey = "secret-" + UUID.randomUUID();
        venue.opensAccount(apiKey, secretKey, balances);
        Map<String, String> account = Map.of(
                "name",
                "scenario-" + apiKey.substring(4, 12),
                "kind",
                "PAPER",
                "venueId",
                "BINANCE",
                "apiKey",
                apiKey,
                "secretKey",
                secretKey);
        String id = caller.post("/api/accounts", account).expect(201).text("accountId");
        return new PaperAccount(id, apiKey, secretKey);
    }
}
