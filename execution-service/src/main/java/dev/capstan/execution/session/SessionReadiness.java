package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import java.util.List;

/** Whether everybody who belongs to a session is ready for new orders of the account. */
public final class SessionReadiness {

    private final List<SessionParticipant> participants;

    public SessionReadiness(List<SessionParticipant> participants) {
        this.participants = List.copyOf(participants);
    }

    public boolean isReady(AccountId accountId) {
        return participants.stream().allMatch(participant -> participant.isReady(accountId));
    }
}
