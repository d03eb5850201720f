package dev.capstan.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class RecentTokensTest {

    private final List<String> decoded = new ArrayList<>();
    private Duration life = Duration.ofMinutes(5);
    private final RecentTokens tokens =
            new RecentTokens(this::checked, new JwtTimestampValidator(Duration.ZERO), Duration.ofMinutes(1));

    @Test
    void checksTheSignatureOfTheSameTextOnce() {
        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        tokens.decode("b");
        assertThat(decoded).containsExactly("a", "b");
    }

    @Test
    void goesBackToTheDecoderOnceItRanOut() {
        life = Duration.ZERO;
        tokens.decode("a");
        tokens.decode("a");
        assertThat(decoded).containsExactly("a", "a");
    }

    @Test
    void goesBackToTheDecoderAfterATime() {
        RecentTokens forgetful =
                new RecentTokens(this::checked, new JwtTimestampValidator(Duration.ZERO), Duration.ofNanos(-1));
        forgetful.decode("a");
        forgetful.decode("a");
        assertThat(decoded).containsExactly("a", "a");
    }

    @Test
    void remembersNoRefusal() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(decoded).containsExactly("bad", "bad");
    }

    @Test
    void forgetsTheOldest() {
        tokens.decode("first");
        for (int i = 0; i < 1_000; i++) {
            tokens.decode("token " + i);
        }
        decoded.clear();
        tokens.decode("first");
        tokens.decode("token 999");
        assertThat(decoded).containsExactly("first");
    }

    private Jwt checked(String token) {
        decoded.add(token);
        if ("bad".equals(token)) {
            throw new BadJwtException("bad");
        }
        Instant issued = Instant.now().minusSeconds(1);
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .issuedAt(issued)
                .expiresAt(issued.plusMillis(500).plus(life))
                .build();
    }
}
