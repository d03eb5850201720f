package dev.capstan.execution.account.crypto;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.VenueKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Seals and opens venue keys. The account's id is associated data: a sealed key opens for its own account only. */
public final class VenueKeyCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    /** Stands in neither key: they are visible ASCII. */
    private static final char SEPARATOR = '\n';

    private final MasterKey masterKey;
    private final SecureRandom random = new SecureRandom();

    public VenueKeyCipher(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    public SealedKeys seal(AccountId accountId, VenueKeys keys) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] clear = (keys.apiKey() + SEPARATOR + keys.secretKey()).getBytes(StandardCharsets.UTF_8);
        return new SealedKeys(masterKey.id(), nonce, run(Cipher.ENCRYPT_MODE, accountId, nonce, clear));
    }

    /**
     * The keys.
     *
     * @throws IllegalStateException when they were sealed under another master key, for another account, or changed since
     */
    public VenueKeys open(AccountId accountId, SealedKeys sealedKeys) {
        if (!sealedKeys.keyId().equals(masterKey.id())) {
            throw new IllegalStateException("venue keys of account " + accountId + " are sealed under master key "
                    + sealedKeys.keyId() + ", this process has " + masterKey.id());
        }
        String clear = new String(
                run(Cipher.DECRYPT_MODE, accountId, sealedKeys.nonce(), sealedKeys.ciphertext()),
                StandardCharsets.UTF_8);
        int separator = clear.indexOf(SEPARATOR);
        return new VenueKeys(clear.substring(0, separator), clear.substring(separator + 1));
    }

    private byte[] run(int mode, AccountId accountId, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, masterKey.encryption(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(accountId.text().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("venue keys of account " + accountId + " do not open", e);
        }
    }
}
