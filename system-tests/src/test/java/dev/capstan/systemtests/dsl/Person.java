package dev.capstan.systemtests.dsl;

import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A demo user with a token that is renewed in time. */
public final class Person {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration WARM = Duration.ofMinutes(1);

    /** First orders on their way at a time: more find queues, in which an order grows too old. */
    private static final Semaphore FIRST_ORDERS = new Semaphore(2);

    private static final Duration TOKEN_KEPT = Duration.ofMinutes(3);
    private static final Duration LOG_IN_LIMIT = Duration.ofSeconds(20);

    private final Capstan capstan;
    private final DemoUser user;
    private final Keycloak keycloak;
    private @Nullable String token;
    private long fetchedAt;

    Person(Capstan capstan, DemoUser user, Keycloak keycloak) {
        this.capstan = capstan;
        this.user = user;
        this.keycloak = keycloak;
    }

    /** The person at the first gateway. */
    public Api api() {
        return at(capstan.url("gateway", 1));
    }

    /** The person at another address, e.g. straight at a service. */
    public Api at(String baseUrl) {
        return new Api(baseUrl, this::token);
    }

    /** Opens an account at the venue with this much, and ours that trades on it. */
    public TradingAccount opensAccount(Map<String, String> balances) {
        PaperAccount opened = PaperAccount.open(api(), capstan.venue(), balances);
        return new TradingAccount(this, opened.accountId(), opened.apiKey(), opened.secretKey());
    }

    /** A usual account: enough for anything a scenario does. */
    public TradingAccount opensAccount() {
        return opensAccount(Map.of("USDT", "1000000", "BTC", "10", "ETH", "100", "SOL", "1000", "XRP", "100000"));
    }

    /** A usual account whose session works: one order went through. */
    public TradingAccount opensTradingAccount(String instrumentId, String quantity) {
        FIRST_ORDERS.acquireUninterruptibly();
        try {
            TradingAccount account = opensAccount();
            VenueSession.awaitHeld(capstan, account, 0, SOON);
            await("a first order to go through")
                    .atMost(WARM)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> fills(account, instrumentId, quantity));
            return account;
        } finally {
            FIRST_ORDERS.release();
        }
    }

    /** Services that started just now may need longer than an order may take. */
    private static boolean fills(TradingAccount account, String instrumentId, String quantity) {
        Answer placed = account.buys(instrumentId, quantity);
        return placed.status() == 201
                && "FILLED"
                        .equals(account.awaitOrder(placed.text("orderId"), SOON, "FILLED", "EXPIRED")
                                .path("status")
                                .asString());
    }

    /** Subject of the token, as services see it. */
    public String subject() {
        String payload = token().split("\\.", -1)[1];
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(java.util.Base64.getUrlDecoder().decode(payload))
                .path("sub")
                .asString();
    }

    /** A token that counts. */
    public synchronized String token() {
        String known = token;
        if (known == null || System.nanoTime() - fetchedAt > TOKEN_KEPT.toNanos()) {
            // Right after its database was away Keycloak fails some log-ins; so would anybody try again.
            known = await("log-in of " + user)
                    .atMost(LOG_IN_LIMIT)
                    .ignoreExceptions()
                    .until(() -> keycloak.token(user), Objects::nonNull);
            token = known;
            fetchedAt = System.nanoTime();
        }
        return known;
    }
}
