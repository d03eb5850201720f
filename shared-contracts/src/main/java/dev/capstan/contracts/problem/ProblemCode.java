package dev.capstan.contracts.problem;

/** Every {@code code} that an RFC 9457 problem of this product can carry, with its HTTP status and meaning. */
public enum ProblemCode {
    /** The body is not the JSON that was expected. */
    REQUEST_MALFORMED(400, "The body is not the JSON that was expected."),

    /** A field is missing, unknown or has a value outside its range. */
    REQUEST_INVALID(400, "A field is missing, unknown or has a value outside its range."),

    /** A call that changes something carries no Idempotency-Key. */
    IDEMPOTENCY_KEY_MISSING(400, "A call that changes something carries no Idempotency-Key."),

    /** The Idempotency-Key is not 1 to 255 visible ASCII characters. */
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key is not 1 to 255 visible ASCII characters."),

    /** No bearer token was sent. */
    TOKEN_MISSING(401, "No bearer token was sent."),

    /** The token is malformed, expired, or of another issuer or audience. */
    TOKEN_INVALID(401, "The token is malformed, expired, or of another issuer or audience."),

    /** The caller's role does not allow this. */
    ACCESS_DENIED(403, "The caller's role does not allow this."),

    /** There is no such thing, or it is another user's. */
    NOT_FOUND(404, "There is no such thing, or it is another user's."),

    /** The path exists, but not with this method. */
    METHOD_NOT_ALLOWED(405, "The path exists, but not with this method."),

    /** The answer exists in JSON only. */
    NOT_ACCEPTABLE(406, "The answer exists in JSON only."),

    /** The request did not arrive in time. */
    REQUEST_TIMEOUT(408, "The request did not arrive in time."),

    /** The first call with this key is still running. */
    IDEMPOTENCY_KEY_IN_FLIGHT(409, "The first call with this key is still running."),

    /** The thing was changed since it was read. */
    VERSION_CONFLICT(409, "The thing was changed since it was read."),

    /** The thing is in a state that does not allow this. */
    STATE_CONFLICT(409, "The thing is in a state that does not allow this."),

    /** Something that must hold for a strategy to start does not; see failed. */
    START_REFUSED(409, "Something that must hold for a strategy to start does not; see failed."),

    /** The body exceeds the limit. */
    BODY_TOO_LARGE(413, "The body exceeds the limit."),

    /** The body is not of a media type that this call takes; almost all take application/json in UTF-8 only. */
    MEDIA_TYPE_UNSUPPORTED(
            415,
            "The body is not of a media type that this call takes; almost all take application/json in UTF-8 only."),

    /** The same key was used with another request. */
    IDEMPOTENCY_KEY_REUSED(422, "The same key was used with another request."),

    /** The order was refused before it reached the venue; see reason and orderId. */
    ORDER_DENIED(422, "The order was refused before it reached the venue; see reason and orderId."),

    /** Too many calls; see Retry-After. */
    RATE_LIMITED(429, "Too many calls; see Retry-After."),

    /** A fault of ours; the correlation id finds it in the logs. */
    INTERNAL_ERROR(500, "A fault of ours; the correlation id finds it in the logs."),

    /** A service behind the gateway did not answer. */
    UPSTREAM_UNAVAILABLE(502, "A service behind the gateway did not answer."),

    /** A part that is needed is down; see Retry-After. */
    SERVICE_UNAVAILABLE(503, "A part that is needed is down; see Retry-After."),

    /** The order is stored and not yet decided; ask again with the same key. */
    ORDER_UNDECIDED(503, "The order is stored and not yet decided; ask again with the same key."),

    /** A service behind the gateway did not answer in time; the outcome is not known, ask again with the same key. */
    UPSTREAM_TIMEOUT(
            504,
            "A service behind the gateway did not answer in time; the outcome is not known, ask again with the same key.");

    private static final String TYPE_BASE = "https://capstan.dev/problems/";

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status that goes with the code. */
    public int status() {
        return status;
    }

    /** One sentence for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The problem's {@code type} URI. */
    public String type() {
        return TYPE_BASE + name();
    }
}
