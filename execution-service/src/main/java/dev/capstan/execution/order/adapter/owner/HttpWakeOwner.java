package dev.capstan.execution.order.adapter.owner;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.background.BackgroundLoop;
import dev.capstan.execution.order.application.WakeOwner;
import dev.capstan.execution.session.SessionAddresses;
import dev.capstan.execution.session.Sessions;
import dev.capstan.kit.security.ReplicaClients;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;

/** Signals our own loops when the session is ours, and calls the owner's address otherwise, aside and without waiting. */
public final class HttpWakeOwner implements WakeOwner {

    private static final Logger log = LoggerFactory.getLogger(HttpWakeOwner.class);

    private final Sessions sessions;
    private final SessionAddresses addresses;
    private final ReplicaClients replicas;
    private final List<BackgroundLoop> loops;

    public HttpWakeOwner(
            Sessions sessions, SessionAddresses addresses, ReplicaClients replicas, List<BackgroundLoop> loops) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.replicas = replicas;
        this.loops = List.copyOf(loops);
    }

    @Override
    public void of(AccountId accountId) {
        if (sessions.owned(accountId).isPresent()) {
            loops.forEach(BackgroundLoop::signal);
        } else {
            Thread.ofVirtual().name("wake-" + accountId).start(() -> call(accountId));
        }
    }

    private void call(AccountId accountId) {
        try {
            addresses
                    .addressOf(accountId)
                    .ifPresent(address -> replicas.at(address)
                            .post()
                            .uri("/internal/sessions/{accountId}/wake", accountId)
                            .retrieve()
                            .toBodilessEntity());
        } catch (RestClientException unheard) {
            // It polls anyway.
            log.debug("Owner of {} was not woken: {}", accountId, unheard.getMessage());
        }
    }
}
