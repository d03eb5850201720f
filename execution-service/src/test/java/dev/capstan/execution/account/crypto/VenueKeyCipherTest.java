package dev.capstan.execution.account.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.VenueKeys;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VenueKeyCipherTest {

    private static final AccountId MINE = AccountId.of(new UUID(1, 1));
    private static final AccountId OTHER = AccountId.of(new UUID(1, 2));
    private static final VenueKeys KEYS = new VenueKeys("the-api-key", "the-secret-key");

    private final VenueKeyCipher cipher = new VenueKeyCipher(MasterKey.of(new byte[32]));

    @Test
    void opensWhatItSealed() {
        assertThat(cipher.open(MINE, cipher.seal(MINE, KEYS))).isEqualTo(KEYS);
    }

    @Test
    void showsNothingOfTheKeys() {
        SealedKeys stored = cipher.seal(MINE, KEYS);

        assertThat(new String(stored.ciphertext(), StandardCharsets.ISO_8859_1)).doesNotContain("the-");
        assertThat(stored.toString() + KEYS + MasterKey.of(new byte[32])).doesNotContain("the-", "AAAA");
    }

    @Test
    void neverUsesANonceTwice() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> new String(cipher.seal(MINE, KEYS).nonce(), StandardCharsets.ISO_8859_1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotOpenForAnotherAccount() {
        SealedKeys mine = cipher.seal(MINE, KEYS);

        assertThatThrownBy(() -> cipher.open(OTHER, mine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("the-");
    }

    @Test
    void doesNotOpenWhenAnyBitWasChanged() {
        SealedKeys whole = cipher.seal(MINE, KEYS);
        for (int bit = 0; bit < whole.ciphertext().length * 8; bit++) {
            byte[] changed = whole.ciphertext();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            SealedKeys tampered = new SealedKeys(whole.keyId(), whole.nonce(), changed);

            assertThatThrownBy(() -> cipher.open(MINE, tampered)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void saysThatAnotherMasterKeyIsNeeded() {
        byte[] bytes = new byte[32];
        bytes[0] = 1;
        SealedKeys stored = new VenueKeyCipher(MasterKey.of(bytes)).seal(MINE, KEYS);

        assertThatThrownBy(() -> cipher.open(MINE, stored)).hasMessageContaining("master key " + stored.keyId());
    }
}
