package dev.capstan.execution.account.crypto;

/** Venue keys as they are stored: which master key opens them, the nonce, and what came out of the cipher. */
public final class SealedKeys {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] ciphertext;

    public SealedKeys(String keyId, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.nonce = nonce.clone();
        this.ciphertext = ciphertext.clone();
    }

    public String keyId() {
        return keyId;
    }

    /** 96 random bits, fresh for each sealing. */
    public byte[] nonce() {
        return nonce.clone();
    }

    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public String toString() {
        return "SealedKeys[keyId=" + keyId + "]";
    }
}
