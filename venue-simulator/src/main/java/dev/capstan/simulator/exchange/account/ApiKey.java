package dev.capstan.simulator.exchange.account;

/**
 * What a client proves itself with: a secret both know, or a public key whose private half only the client has. An account may have several
 * keys.
 *
 * @param secretKey empty when there is a public key
 * @param publicKey base64 of its standard encoding (X.509); empty when there is a secret
 */
public record ApiKey(String name, Account account, String secretKey, String publicKey) {

    /** Whether signatures are made with a private key. */
    public boolean hasPublicKey() {
        return !publicKey.isEmpty();
    }
}
