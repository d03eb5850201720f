package dev.capstan.simulator.binance.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in the venue's words: HTTP status, code and message. */
public final class ApiException extends RuntimeException {

    private final int status;
    private final int code;
    private final transient @Nullable JsonNode data;

    public ApiException(int status, int code, String message) {
        this(status, code, message, null);
    }

    /**
     * @param data more about it, if the venue has more to say than its message
     */
    ApiException(int status, int code, String message, @Nullable JsonNode data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    static ApiException bad(int code, String message) {
        return new ApiException(400, code, message);
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    /** The venue's message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** The body of the answer. */
    public ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("code", code).put("msg", text());
        if (data != null) {
            json.set("data", data);
        }
        return json;
    }
}
