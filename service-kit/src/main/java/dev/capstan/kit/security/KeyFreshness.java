package dev.capstan.kit.security;

import java.time.Duration;

/**
 * How soon a signing key that the issuer withdrew counts no more: at the latest when our copy of the keys was refreshed and the tokens checked
 * with it are forgotten.
 *
 * @param keys age at which our copy of the issuer's keys is replaced before it is used
 * @param ahead how long before that it is replaced by the way, so that no call waits for it
 * @param longestWait how long a call waits for keys at most
 * @param tokens how long a token counts as checked
 */
record KeyFreshness(Duration keys, Duration ahead, Duration longestWait, Duration tokens) {

    static final KeyFreshness STANDARD = new KeyFreshness(
            Duration.ofSeconds(25), Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(30));

    Duration untilWithdrawnKeysEnd() {
        return keys.plus(longestWait).plus(tokens);
    }
}
