package dev.capstan.simulator.binance.protocol;

/** Who may not ask, or not so often or so late, with the venue's codes and exact texts. */
public final class AccessErrors {

    private AccessErrors() {}

    /** Logging on needs a key of another kind. */
    public static ApiException keyCannotLogOn() {
        return ApiException.bad(-4056, "HMAC_SHA256 API key is not supported.");
    }

    public static ApiException outsideWindow() {
        return ApiException.bad(-1021, "Timestamp for this request is outside of the recvWindow.");
    }

    public static ApiException aheadOfTime() {
        return ApiException.bad(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }

    public static ApiException badSignature() {
        return ApiException.bad(-1022, "Signature for this request is not valid.");
    }

    public static ApiException badKeyFormat() {
        return new ApiException(401, -2014, "API-key format invalid.");
    }

    public static ApiException unknownKey() {
        return new ApiException(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }

    public static ApiException alreadySubscribed() {
        return ApiException.bad(-2035, "User Data Stream subscription is already active.");
    }

    public static ApiException notSubscribed() {
        return ApiException.bad(-2036, "User Data Stream subscription is not active.");
    }

    public static ApiException tooMuchWeight(int limit) {
        return new ApiException(
                429,
                -1003,
                "Too much request weight used; current limit is " + limit
                        + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid"
                        + " polling the API.");
    }

    public static ApiException tooManyRequests(int limit) {
        return new ApiException(429, -1003, "Too many requests; current limit is " + limit + " requests per 5 MINUTE.");
    }

    public static ApiException tooManyConnections(int limit) {
        return new ApiException(
                429, -1003, "Too many requests; current limit is " + limit + " connections per 5 MINUTE.");
    }

    /** Who went on asking after having been told to stop. */
    public static ApiException banned(long untilMillis) {
        return new ApiException(
                418,
                -1003,
                "Way too much request weight used; IP banned until " + untilMillis
                        + ". Please use WebSocket Streams for live updates to avoid bans.");
    }
}
