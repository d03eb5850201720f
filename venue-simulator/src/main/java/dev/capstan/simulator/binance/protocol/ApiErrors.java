package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.command.RefusedException;
import tools.jackson.databind.JsonNode;

/** The venue's error codes with their exact texts. */
public final class ApiErrors {

    private ApiErrors() {}

    /** What the exchange refused, as this protocol says it when placing and canceling. */
    public static ApiException of(RefusedException refused) {
        return switch (refused.refusal()) {
            case FILTER -> ApiException.bad(-1013, "Filter failure: " + refused.detail());
            case DUPLICATE_CLIENT_ORDER_ID -> ApiException.bad(-2010, "Duplicate order sent.");
            case INSUFFICIENT_BALANCE ->
                ApiException.bad(-2010, "Account has insufficient balance for requested action.");
            case WOULD_TRIGGER -> ApiException.bad(-2010, "Order would trigger immediately.");
            case WOULD_MATCH -> ApiException.bad(-2010, "Order would immediately match and take.");
            case BAD_PAIR_PRICES ->
                ApiException.bad(-2010, "The relationship of the prices for the orders is not correct.");
            case ICEBERG_EXCEEDS_QUANTITY -> ApiException.bad(-2010, "IcebergQty exceeds QTY.");
            case UNKNOWN_ORDER -> ApiException.bad(-2011, "Unknown order sent.");
            case CANCEL_RESTRICTED -> ApiException.bad(-2011, "Order was not canceled due to cancel restrictions.");
            case OUTSIDE_WINDOW -> outsideWindow();
            case TOO_MANY_ORDERS ->
                new ApiException(429, -1015, "Too many new orders; current limit is " + refused.detail() + ".");
        };
    }

    public static ApiException missing(String name) {
        return ApiException.bad(
                -1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    public static ApiException bothEmpty(String one, String other) {
        return ApiException.bad(
                -1102, "Param '" + one + "' or '" + other + "' must be sent, but both were empty/null!");
    }

    public static ApiException illegal(String name, String pattern) {
        return ApiException.bad(
                -1100, "Illegal characters found in parameter '" + name + "'; legal range is '" + pattern + "'.");
    }

    public static ApiException notRequired(String name) {
        return ApiException.bad(-1106, "Parameter '" + name + "' sent when not required.");
    }

    public static ApiException tooPrecise(String name) {
        return ApiException.bad(-1111, "Parameter '" + name + "' has too much precision.");
    }

    public static ApiException invalidTimeInForce() {
        return ApiException.bad(-1115, "Invalid timeInForce.");
    }

    public static ApiException invalidOrderType() {
        return ApiException.bad(-1116, "Invalid orderType.");
    }

    public static ApiException invalidSide() {
        return ApiException.bad(-1117, "Invalid side.");
    }

    public static ApiException invalidInterval() {
        return ApiException.bad(-1120, "Invalid interval.");
    }

    public static ApiException invalidSymbol() {
        return ApiException.bad(-1121, "Invalid symbol.");
    }

    public static ApiException invalidSymbolStatus() {
        return ApiException.bad(-1122, "Invalid symbolStatus.");
    }

    public static ApiException moreThanADay() {
        return ApiException.bad(-1127, "More than 24 hours between startTime and endTime.");
    }

    public static ApiException badCombination() {
        return ApiException.bad(-1128, "Combination of optional parameters invalid.");
    }

    public static ApiException invalid(String name) {
        return ApiException.bad(-1130, "Data sent for parameter '" + name + "' is not valid.");
    }

    public static ApiException recvWindowTooLarge() {
        return ApiException.bad(-1131, "recvWindow must be less than 60000");
    }

    public static ApiException badCancelRestrictions() {
        return ApiException.bad(-1145, "`cancelRestrictions` has to be either `ONLY_NEW` or `ONLY_PARTIALLY_FILLED`.");
    }

    /** One of a pair has a type that no pair has. */
    public static ApiException notForPairs() {
        return ApiException.bad(-1158, "Order type not supported in OCO.");
    }

    public static ApiException bothAreLimits() {
        return ApiException.bad(-1168, "At least one OCO order must be contingent.");
    }

    public static ApiException limitOnTheWrongSide(boolean buy) {
        return buy
                ? ApiException.bad(-1165, "A limit order in a buy OCO must be below.")
                : ApiException.bad(-1166, "A limit order in a sell OCO must be above.");
    }

    public static ApiException stopOnTheWrongSide(boolean buy) {
        return buy
                ? ApiException.bad(-1196, "A stop loss order in a buy OCO must be above.")
                : ApiException.bad(-1197, "A stop loss order in a sell OCO must be below.");
    }

    public static ApiException takeProfitOnTheWrongSide(boolean buy) {
        return buy
                ? ApiException.bad(-1198, "A take profit order in a buy OCO must be below.")
                : ApiException.bad(-1199, "A take profit order in a sell OCO must be above.");
    }

    public static ApiException notSupported(String what) {
        return ApiException.bad(-2010, what + " are not supported for this symbol.");
    }

    public static ApiException selfTradePreventionNotAllowed() {
        return ApiException.bad(-2010, "This symbol does not allow the specified self-trade prevention mode.");
    }

    public static ApiException unsupportedCombination() {
        return ApiException.bad(-1014, "Unsupported order combination.");
    }

    public static ApiException badStrategyType() {
        return ApiException.bad(-1134, "`strategyType` was less than 1000000.");
    }

    /** One half of a cancel-replace failed, the other one was done. */
    public static ApiException replacedInPart(JsonNode halves) {
        return new ApiException(409, -2021, "Order cancel-replace partially failed.", halves);
    }

    /** Nothing of a cancel-replace was done. */
    public static ApiException notReplaced(JsonNode halves) {
        return new ApiException(400, -2022, "Order cancel-replace failed.", halves);
    }

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

    public static ApiException noSuchOrder() {
        return ApiException.bad(-2013, "Order does not exist.");
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

    public static ApiException invalidJson() {
        return ApiException.bad(-1135, "Invalid JSON Request");
    }

    public static ApiException invalidTimeUnit() {
        return ApiException.bad(-1194, "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");
    }

    public static ApiException unknownMethod() {
        return ApiException.bad(-1020, "This operation is not supported.");
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

    /** The outcome of the request is not known. */
    public static ApiException timeout() {
        return new ApiException(
                503,
                -1007,
                "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
    }

    /** Something went wrong here; the outcome of the request is not known. */
    public static ApiException unknown() {
        return new ApiException(500, -1000, "An unknown error occurred while processing the request.");
    }

    /** A code that no document lists. */
    public static ApiException unlisted() {
        return ApiException.bad(-9999, "An error without a name.");
    }

    public static ApiException gone() {
        return new ApiException(410, -1016, "This service is no longer available.");
    }
}
