package dev.capstan.execution.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.RunningService.Answer;
import dev.capstan.execution.RunningService.Call;
import dev.capstan.execution.SharedService;
import dev.capstan.kit.security.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsIT {

    private final String owner = "owner-" + UUID.randomUUID();
    private final Call asOwner = SharedService.service().as(owner, Role.TRADER);
    private final String apiKey = "key-" + UUID.randomUUID();

    @Test
    void opensAnAccountOnceForEachKey() {
        Answer first = open("k1", body(apiKey, "secret"));
        Answer repeat = open("k1", body(apiKey, "secret"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(repeat.text()).isEqualTo(first.text());
        assertThat(open("k1", body(apiKey, "another-secret")).field("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(asOwner.get("/api/accounts").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void opensOneAccountWhenManyAskAtOnce() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = Stream.generate(
                            () -> (Callable<Answer>) () -> open("at-once", body(apiKey, "secret")))
                    .limit(8)
                    .toList();
            List<String> ids = executor.invokeAll(calls).stream()
                    .map(AccountsIT::answer)
                    .map(answer -> answer.field("accountId"))
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1).doesNotContain("");
        }
    }

    @Test
    void neverShowsTheKeys() {
        Answer opened = open("k2", body(apiKey, "a-very-secret-key"));
        Answer replaced = put(opened, "{\"apiKey\":\"%s\",\"secretKey\":\"a-newer-secret\"}".formatted(apiKey));

        assertThat(opened.text()
                        + replaced.text()
                        + asOwner.get("/api/accounts").text())
                .doesNotContain(apiKey, "a-very-secret-key", "a-newer-secret");
        assertThat(replaced.body().path("version").asLong()).isEqualTo(2);
        assertThat(SharedService.service().bean(VenueKeySource.class).open(AccountId.parse(opened.field("accountId"))))
                .contains(new VenueKeys(apiKey, "a-newer-secret"));
    }

    @Test
    void refusesAnApiKeyThatIsInUse() {
        open("k3", body(apiKey, "secret"));

        Answer second = open("k4", body(apiKey, "secret"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.field("code")).isEqualTo("STATE_CONFLICT");
        assertThat(asOwner.get("/api/accounts").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void refusesRealMoneyInTheLocalProfile() {
        Answer refused = open("k5", body(apiKey, "secret").replace("PAPER", "LIVE"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("CAPSTAN_LIVE_TRADING");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Answer refused = open(
                "k6", "{\"name\":\"\",\"kind\":\"GOLD\",\"venueId\":\"MARS\",\"apiKey\":\"a b\",\"secretKey\":null}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("name", "kind", "venueId", "apiKey", "secretKey");
        assertThat(open("k6", "{\"surprise\":1}").status()).isEqualTo(400);
        assertThat(open("k6", "not json").status()).isEqualTo(400);
        assertThat(asOwner.send("POST", "/api/accounts", body(apiKey, "s"), Map.of())
                        .field("code"))
                .isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void letsOnlyTradersOpenAccounts() {
        Call viewer = SharedService.service().as(owner, Role.VIEWER);

        assertThat(viewer.post("/api/accounts", body(apiKey, "secret"), "k7").status())
                .isEqualTo(403);
    }

    @Test
    void isInvisibleToStrangersAndVisibleToThoseWhoWatchOverRisk() {
        String path = "/api/accounts/" + open("k8", body(apiKey, "secret")).field("accountId");
        Call stranger = SharedService.service().as("stranger", Role.TRADER);

        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get("/api/accounts").text()).doesNotContain(path.substring(14));
        assertThat(stranger.send("PUT", path + "/venue-keys", "{\"apiKey\":\"x\",\"secretKey\":\"y\"}", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(SharedService.service()
                        .as("risk", Role.RISK_MANAGER)
                        .get(path)
                        .status())
                .isEqualTo(200);
        assertThat(SharedService.service().as("boss", Role.ADMIN).get(path).status())
                .isEqualTo(200);
        assertThat(asOwner.get("/api/accounts/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void givesAndTakesAccess() {
        String path = "/api/accounts/" + open("k9", body(apiKey, "secret")).field("accountId");
        Call friend = SharedService.service().as("friend-" + owner, Role.TRADER);
        String grant = "{\"subject\":\"friend-%s\",\"permission\":\"VIEW\"}".formatted(owner);

        assertThat(asOwner.send("POST", path + "/grants", grant, Map.of()).text())
                .contains("friend-" + owner);
        assertThat(friend.get(path).status()).isEqualTo(200);
        assertThat(friend.send("POST", path + "/grants", grant, Map.of()).status())
                .isEqualTo(403);
        assertThat(asOwner.send("DELETE", path + "/grants/friend-" + owner, null, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(friend.get(path).status()).isEqualTo(404);
    }

    /** Every change leaves its whole new state in the outbox, and the topic's owner can say all of them again. */
    @Test
    void tellsOthersOfEveryVersion() {
        String accountId = open("k10", body(apiKey, "secret")).field("accountId");
        put(accountId, "{\"apiKey\":\"%s\",\"secretKey\":\"new\"}".formatted(apiKey));

        assertThat(SharedService.service()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from outbox where topic = 'execution.account.events.v1' and key = :id")
                        .param("id", accountId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private Answer open(String key, String body) {
        return asOwner.post("/api/accounts", body, key);
    }

    private Answer put(Answer account, String body) {
        return put(account.field("accountId"), body);
    }

    private Answer put(String accountId, String body) {
        return asOwner.send("PUT", "/api/accounts/" + accountId + "/venue-keys", body, Map.of());
    }

    private static String body(String apiKey, String secret) {
        return "{\"name\":\"Mine\",\"kind\":\"PAPER\",\"venueId\":\"BINANCE\",\"apiKey\":\"%s\",\"secretKey\":\"%s\"}"
                .formatted(apiKey, secret);
    }

    private static Answer answer(Future<Answer> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
