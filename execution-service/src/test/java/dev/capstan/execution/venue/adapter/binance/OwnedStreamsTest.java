package dev.capstan.execution.venue.adapter.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.OwnedStreams.Look;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamState.Down;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnedStreamsTest {

    private static final Down REFUSED = new Down("refused by the venue: Invalid API-key", true);
    private static final Down SILENT = new Down("silent for 60 s", false);

    @Test
    void oneThatIsUpServesSomebody() {
        assertThat(new Look(2, down(SILENT)).isOutage()).isFalse();
        assertThat(new Look(2, down(REFUSED)).isOutage()).isFalse();
    }

    @Test
    void noneIsAnOutageUnlessEachIsItsAccountsOwn() {
        assertThat(new Look(1, down(SILENT)).isOutage()).isTrue();
        assertThat(new Look(2, down(REFUSED, SILENT)).isOutage()).isTrue();
        assertThat(new Look(2, down(REFUSED, REFUSED)).isOutage()).isFalse();
        assertThat(new Look(0, Map.of()).isOutage()).isFalse();
    }

    @Test
    void namesThreeAccountsAndCountsTheRest() {
        assertThat(new Look(9, down(REFUSED)).text())
                .isEqualTo("no user data stream for account 00000000-0000-0000-0000-000000000001"
                        + " (refused by the venue: Invalid API-key)");
        assertThat(new Look(9, down(SILENT, SILENT, SILENT, SILENT, SILENT)).text())
                .contains("000000000003 (silent for 60 s)")
                .endsWith(" and 2 more");
    }

    private static Map<AccountId, Down> down(Down... states) {
        Map<AccountId, Down> down = new LinkedHashMap<>();
        for (Down state : states) {
            down.put(AccountId.of(new UUID(0, down.size() + 1L)), state);
        }
        return down;
    }
}
