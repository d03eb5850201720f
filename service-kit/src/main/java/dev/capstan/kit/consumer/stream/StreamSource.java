package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.ServiceClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.web.client.ResourceAccessException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Execution's own record of its streams. Whatever goes wrong on the way there is broken infrastructure and never the event's fault. */
class StreamSource {

    static final int PAGE = 500;

    private final ServiceClients clients;
    private final EventJson json;

    StreamSource(ServiceClients clients, EventJson json) {
        this.clients = clients;
        this.json = json;
    }

    /**
     * Events as they came, each still to be read by itself, so that one that cannot be read does not hide the others.
     *
     * @param lastNumber last number of the stream at that moment
     */
    record Page(List<JsonNode> items, long lastNumber) {

        Page {
            items = List.copyOf(items);
        }
    }

    Page after(StreamKey key, long number) {
        byte[] body = clients.to("execution")
                .get()
                .uri(
                        "/internal/streams/{account}/{instrument}/events?after={after}&limit={limit}",
                        key.accountId().text(),
                        key.instrumentId().text(),
                        number,
                        PAGE)
                .retrieve()
                .body(byte[].class);
        try {
            JsonNode answer = json.readTree(Objects.requireNonNullElse(body, new byte[0]));
            List<JsonNode> items = new ArrayList<>();
            answer.path("items").forEach(items::add);
            if (!answer.path("lastNumber").isIntegralNumber()
                    || (items.isEmpty() && answer.path("lastNumber").asLong() > number)) {
                throw new ResourceAccessException("execution gave no usable page of " + key + " after " + number);
            }
            return new Page(items, answer.path("lastNumber").asLong());
        } catch (JacksonException e) {
            throw new ResourceAccessException("execution's page of " + key + " is no JSON: " + e.getOriginalMessage());
        }
    }
}
