package dev.capstan.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.kit.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Plays Keycloak: publishes a key, signs tokens with it, and answers client credentials at the token endpoint. */
public final class TestTokens {

    public static final String AUDIENCE = "capstan-api";

    private static final TestTokens SHARED = new TestTokens();
    private static final long LIFETIME_SECONDS = 300;

    private volatile RSAKey key = newKey("test-key");
    private final HttpServer server;
    private final AtomicInteger issued = new AtomicInteger();

    private TestTokens() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/certs", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> {
            issued.incrementAndGet();
            answer(
                    exchange,
                    "{\"access_token\":\"" + of("service-account", Role.SERVICE) + "\",\"expires_in\":"
                            + LIFETIME_SECONDS + ",\"token_type\":\"Bearer\"}");
        });
        server.start();
    }

    /** An issuer of its own, for a test that changes its keys. */
    public static TestTokens fresh() {
        return new TestTokens();
    }

    /** Answers nobody any more. */
    public void leave() {
        server.stop(0);
    }

    /** Withdraws the key and signs with another from now on. */
    public void rotate() {
        key = newKey("test-key-" + UUID.randomUUID());
    }

    /** One for all tests of a JVM. */
    public static TestTokens shared() {
        return SHARED;
    }

    public String issuerUri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String jwkSetUri() {
        return issuerUri() + "/certs";
    }

    public String tokenUri() {
        return issuerUri() + "/token";
    }

    /** How often the token endpoint was asked. */
    public int issuedToServices() {
        return issued.get();
    }

    /** A good token. */
    public String of(String subject, Role... roles) {
        return of(subject, claims -> claims, roles);
    }

    /** The value of an {@code Authorization} header with a good token. */
    public String bearer(String subject, Role... roles) {
        return "Bearer " + of(subject, roles);
    }

    /** A token with something changed, e.g. an expiry in the past. */
    public String of(String subject, UnaryOperator<JWTClaimsSet.Builder> change, Role... roles) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuerUri())
                .audience(AUDIENCE)
                .issueTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)))
                .claim("roles", Stream.of(roles).map(Role::claim).toList());
        return signed(change.apply(claims).build(), key);
    }

    /** A token that is good in everything but its signature. */
    public String forged(String subject, Role... roles) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuerUri())
                .audience(List.of(AUDIENCE))
                .expirationTime(Date.from(Instant.now().plusSeconds(LIFETIME_SECONDS)))
                .claim("roles", Stream.of(roles).map(Role::claim).toList())
                .build();
        return signed(claims, newKey("test-key"));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
