package dev.capstan.strategy.run.adapter.http;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.ServiceClients;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.JacksonException;

/** Looks something up at another service. */
@Component
class Asking {

    private static final int ASK_AGAIN_AFTER_SECONDS = 2;

    private final ServiceClients clients;
    private final EventJson json;

    Asking(ServiceClients clients, EventJson json) {
        this.clients = clients;
        this.json = json;
    }

    private record Refusal(@Nullable List<FieldError> errors) {}

    /**
     * Its answer; empty when there is no such thing.
     *
     * @throws ProblemException 400 when it refuses a field; 503 when it gives no answer
     */
    <T> Optional<T> get(String service, Function<UriBuilder, URI> uri, Class<T> type) {
        try {
            return Objects.requireNonNull(clients.to(service).get().uri(uri).exchange((_, answer) -> {
                int status = answer.getStatusCode().value();
                byte[] body = answer.getBody().readAllBytes();
                if (status == 200) {
                    return Optional.of(json.read(body, type));
                }
                if (status == 400) {
                    throw refused(service, body);
                }
                if (status == 404) {
                    return Optional.<T>empty();
                }
                throw away(service);
            }));
        } catch (RestClientException | JacksonException e) {
            // No answer, no token for the question, or an answer that says nothing.
            throw away(service);
        }
    }

    /** Whether the service says that it can work. */
    boolean isReady(String service) {
        try {
            return Boolean.TRUE.equals(clients.to(service)
                    .get()
                    .uri("/ready")
                    .exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful()));
        } catch (RestClientException e) {
            return false;
        }
    }

    private ProblemException refused(String service, byte[] body) {
        List<FieldError> errors = json.read(body, Refusal.class).errors();
        return errors == null ? away(service) : ProblemException.invalid(errors);
    }

    private static ProblemException away(String service) {
        return ProblemException.retryLater(
                ProblemCode.SERVICE_UNAVAILABLE,
                service + "-service does not answer; nothing was begun.",
                ASK_AGAIN_AFTER_SECONDS);
    }
}
