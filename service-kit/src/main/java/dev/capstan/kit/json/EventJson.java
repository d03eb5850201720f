package dev.capstan.kit.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dialect between services: as on the edge, but a field that a newer sender added is ignored. */
public final class EventJson {

    private final JsonMapper mapper;

    public EventJson(JsonMapper edgeMapper) {
        this.mapper = edgeMapper
                .rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    public byte[] write(Object payload) {
        return mapper.writeValueAsBytes(payload);
    }

    /**
     * Reads a contract record.
     *
     * @throws JacksonException when the bytes are not that record, a required field missing included
     */
    public <T> T read(byte[] payload, Class<T> type) {
        return mapper.readValue(payload, type);
    }

    public <T> T read(JsonNode payload, Class<T> type) {
        return mapper.treeToValue(payload, type);
    }

    public JsonNode readTree(byte[] payload) {
        return mapper.readTree(payload);
    }

    /** For an HTTP client's converter. */
    public JsonMapper mapper() {
        return mapper;
    }
}
