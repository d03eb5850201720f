package dev.capstan.backtest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ObjectStoreSettingsTest {

    @Test
    void nameTheFolder() {
        assertThat(new ObjectStoreSettings("/data/objects").folder()).isEqualTo("/data/objects");
    }

    @Test
    void refuseToKeepResultsNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectStoreSettings(" "))
                .withMessageContaining("capstan.backtest.object-store.folder")
                .withMessageContaining("CAPSTAN_OBJECT_STORE_DIR");
    }
}
