package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamState;
import dev.capstan.execution.venue.adapter.binance.websocket.UserDataStreams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The streams of all sessions this replica owns, and what it means when some of them are down. */
@Component
class OwnedStreams {

    private static final int NAMED = 3;

    private final UserDataStreams streams;
    private final ObjectProvider<Sessions> sessions;

    OwnedStreams(UserDataStreams streams, ObjectProvider<Sessions> sessions) {
        this.streams = streams;
        this.sessions = sessions;
    }

    /** Now. */
    Look look() {
        List<AccountId> owned = sessions.stream()
                .flatMap(known -> known.allOwned().stream())
                .map(SessionOwnership::accountId)
                .toList();
        Map<AccountId, StreamState.Down> down = new LinkedHashMap<>();
        owned.forEach(accountId -> {
            if (streams.state(accountId) instanceof StreamState.Down state) {
                down.put(accountId, state);
            }
        });
        return new Look(owned.size(), down);
    }

    /**
     * What was seen.
     *
     * @param owned how many sessions there are
     * @param down those of which nothing is heard
     */
    record Look(int owned, Map<AccountId, StreamState.Down> down) {

        /**
         * Whether this replica can serve nobody. One account's trouble is its own as long as another one's stream is up, and wrong keys
         * are it in any case.
         */
        boolean isOutage() {
            return down.size() == owned && down.values().stream().anyMatch(state -> !state.accountsOwn());
        }

        /** Names the accounts and their reasons. */
        String text() {
            String named = down.entrySet().stream()
                    .limit(NAMED)
                    .map(each -> each.getKey() + " (" + each.getValue().reason() + ")")
                    .collect(Collectors.joining(", "));
            String more = down.size() > NAMED ? " and " + (down.size() - NAMED) + " more" : "";
            return "no user data stream for account " + named + more;
        }
    }
}
