package dev.capstan.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.settings.CapstanSettings.SecuritySettings;
import dev.capstan.kit.testing.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A key that the issuer withdraws, with every time made a hundred times shorter. */
class KeyRotationTest {

    private static final KeyFreshness QUICK = new KeyFreshness(
            Duration.ofMillis(400), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));

    private final TestTokens issuer = TestTokens.fresh();
    private final JwtDecoder decoder = TokenDecoders.of(
            new SecuritySettings(
                    issuer.issuerUri(), issuer.jwkSetUri(), issuer.tokenUri(), TestTokens.AUDIENCE, null, null),
            QUICK);

    @Test
    void endsWithinAMinute() {
        assertThat(KeyFreshness.STANDARD.untilWithdrawnKeysEnd()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void endsTheTokensThatWereSignedWithIt() {
        String token = issuer.of("ann", Role.TRADER);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("ann");

        issuer.rotate();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token)));
    }

    /** Longer than a copy of the keys is fresh, and each token is a new one. */
    @Test
    void doesNotHappenByTheIssuersAbsence() {
        decoder.decode(issuer.of("ann", Role.TRADER));

        issuer.leave();

        await().atMost(Duration.ofSeconds(20))
                .during(QUICK.keys().multipliedBy(4))
                .untilAsserted(() -> {
                    String subject = "ann-" + System.nanoTime();
                    assertThat(decoder.decode(issuer.of(subject, Role.TRADER)).getSubject())
                            .isEqualTo(subject);
                });
    }

    @Test
    void makesWayForTheNewOneAtOnce() {
        decoder.decode(issuer.of("ann", Role.TRADER));

        issuer.rotate();

        assertThat(decoder.decode(issuer.of("bob", Role.TRADER)).getSubject()).isEqualTo("bob");
    }
}
