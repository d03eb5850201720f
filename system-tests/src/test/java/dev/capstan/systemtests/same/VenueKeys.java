package dev.capstan.systemtests.same;

import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Both keys of one venue account: the shared secret that we trade with too, and a key pair of which the venue has the public half. */
record VenueKeys(TradingAccount account, String pairName, String privateKey) {

    /** Gives the venue account of {@code account} a second key. */
    static VenueKeys of(Venue venue, TradingAccount account) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String name = account.apiKey() + "-ed";
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            venue.registersKey(
                    account,
                    name,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            String pem = "-----BEGIN PRIVATE KEY-----\n"
                    + lines.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
            return new VenueKeys(account, name, pem);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    Map<String, Map<String, String>> json() {
        return Map.of(
                "hmac", Map.of("apiKey", account.apiKey(), "secret", account.secretKey()),
                "ed25519", Map.of("apiKey", pairName, "privateKey", privateKey));
    }
}
