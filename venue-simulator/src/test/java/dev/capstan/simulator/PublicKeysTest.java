package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.binance.protocol.Signature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Keys whose private half the venue never sees. */
class PublicKeysTest extends SimulatorTests {

    private static final String ORDER = "symbol=ETHUSDT&side=BUY&type=MARKET&quantity=0.01";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private Trader trader;
    private KeyPair pair;
    private String key;

    @BeforeEach
    void registerKey() throws Exception {
        trader = trader();
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = register(trader, pair);
    }

    private String register(Trader owner, KeyPair keys) {
        String name = "ed-" + NAMES.incrementAndGet();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        control(
                "POST",
                "/control/keys",
                Trader.JSON.writeValueAsString(Map.of("account", owner.apiKey(), "apiKey", name, "publicKey", pem)));
        return name;
    }

    private static String sign(String payload, KeyPair keys, String algorithm) {
        try {
            java.security.Signature signer = java.security.Signature.getInstance(algorithm);
            signer.initSign(keys.getPrivate());
            signer.update(payload.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(String payload) {
        return "signature=" + URLEncoder.encode(sign(payload, pair, "Ed25519"), StandardCharsets.UTF_8);
    }

    private static String now() {
        return "&timestamp=" + System.currentTimeMillis();
    }

    private Trader.Answer place(String query, String body) {
        return trader.send("POST", "/api/v3/order" + query, body, key);
    }

    @Test
    void theSignatureMayStandInAnyOfTheFourPlaces() {
        String all = ORDER + now();
        assertThat(place("", all + "&" + signed(all)).status()).isEqualTo(200);
        all = ORDER + now();
        assertThat(place("?" + all + "&" + signed(all), "").status()).isEqualTo(200);
        all = ORDER + now();
        assertThat(place("?" + signed(all), all).status()).isEqualTo(200);
        String query = "recvWindow=5000" + now();
        assertThat(place("?" + query + "&" + signed(query + ORDER), ORDER).status())
                .isEqualTo(200);
        assertThat(trader.signed("GET", "/api/v3/myTrades", params("symbol", "ETHUSDT"))
                        .body()
                        .size())
                .as("it is a key of the same account")
                .isEqualTo(4);
    }

    @Test
    void aChangedParameterOrAnotherKeysSignatureIsRefused() throws Exception {
        String all = ORDER + now();
        String signature = signed(all);
        assertThat(place("?" + all.replace("0.01", "0.02") + "&" + signature, "")
                        .code())
                .isEqualTo(-1022);
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String foreign = URLEncoder.encode(sign(all, stranger, "Ed25519"), StandardCharsets.UTF_8);
        assertThat(place("?" + all + "&signature=" + foreign, "").code()).isEqualTo(-1022);
        assertThat(place("?" + all + "&signature=no-base64!", "").code()).isEqualTo(-1022);
        assertThat(place("?" + all + "&signature=" + Signature.of(all, trader.secretKey()), "")
                        .code())
                .isEqualTo(-1022);
    }

    @Test
    void anRsaKeyWorksToo() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String name = register(trader, rsa);
        String all = ORDER + now();
        String signature = URLEncoder.encode(sign(all, rsa, "SHA256withRSA"), StandardCharsets.UTF_8);
        assertThat(trader.send("POST", "/api/v3/order?" + all + "&signature=" + signature, "", name)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aConnectionThatLoggedOnNeedsNoMoreSignatures() {
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            assertThat(listener.call("session.status", Map.of())
                            .path("result")
                            .path("apiKey")
                            .isNull())
                    .isTrue();
            assertThat(listener.call("userDataStream.subscribe", Map.of())
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-2015);
            JsonNode entered = listener.call("session.logon", logOnParams());
            assertThat(entered.path("result").path("apiKey").asString()).isEqualTo(key);
            assertThat(entered.path("result").path("authorizedSince").asLong()).isPositive();

            assertThat(listener.call("userDataStream.subscribe", Map.of())
                            .path("result")
                            .path("subscriptionId")
                            .asInt(-1))
                    .isZero();
            Map<String, String> order =
                    params("symbol", "ETHUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.01");
            assertThat(listener.call("order.place", order)
                            .path("error")
                            .path("msg")
                            .asString())
                    .contains("'timestamp'");
            order.put("timestamp", Long.toString(System.currentTimeMillis()));
            assertThat(listener.call("order.place", order)
                            .path("result")
                            .path("status")
                            .asString())
                    .isEqualTo("FILLED");
            listener.await(
                    message -> message.path("event").path("X").asString("").equals("FILLED"));

            assertThat(listener.call("session.logout", Map.of())
                            .path("result")
                            .path("apiKey")
                            .isNull())
                    .isTrue();
            assertThat(listener.call("order.place", order)
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-2014);
        }
    }

    private Map<String, String> logOnParams() {
        Map<String, String> params = new TreeMap<>();
        params.put("apiKey", key);
        params.put("timestamp", Long.toString(System.currentTimeMillis()));
        params.put("signature", sign(Signature.webSocketPayload(params), pair, "Ed25519"));
        return params;
    }

    @Test
    void aSharedSecretCannotLogOn() {
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            assertThat(listener.call("session.logon", webSocketParams(trader, Map.of()))
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-4056);
        }
    }

    @Test
    void keysThatCannotBeReadOrAreTakenAreNamed() {
        Trader.Answer noKey = trader.control("POST", "/control/keys", """
                {"account":"%s","apiKey":"x","publicKey":"AAAA"}""".formatted(trader.apiKey()));
        assertThat(noKey.status()).isEqualTo(400);
        assertThat(noKey.body().path("errors").get(0).path("field").asString()).isEqualTo("publicKey");
        Trader.Answer nobody = trader.control("POST", "/control/keys", """
                {"account":"nobody","apiKey":"x","publicKey":"AAAA"}""");
        assertThat(nobody.body().path("errors").get(0).path("field").asString()).isEqualTo("account");
    }
}
