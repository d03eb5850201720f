package dev.capstan.simulator.binance.protocol;

import dev.capstan.simulator.exchange.command.RefusedException;
import tools.jackson.databind.JsonNode;

/** What the venue does not do, or cannot, with its codes and exact texts. */
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
            case OTHER_CLIENT_ORDER_ID -> otherClientId();
            case QUANTITY_INCREASE -> ApiException.bad(-2038, "Order amend (quantity increase) is not supported.");
            case NO_CHANGE -> ApiException.bad(-2038, "The requested action would change no state; rejecting.");
            case CANCEL_RESTRICTED -> ApiException.bad(-2011, "Order was not canceled due to cancel restrictions.");
            case OUTSIDE_WINDOW -> AccessErrors.outsideWindow();
            case TOO_MANY_ORDERS ->
                new ApiException(429, -1015, "Too many new orders; current limit is " + refused.detail() + ".");
        };
    }

    /** What the exchange refused, as this protocol says it when amending. */
    public static ApiException ofAmending(RefusedException refused) {
        return switch (refused.refusal()) {
            case UNKNOWN_ORDER, DUPLICATE_CLIENT_ORDER_ID, ICEBERG_EXCEEDS_QUANTITY ->
                ApiException.bad(-2038, of(refused).text());
            default -> of(refused);
        };
    }

    public static ApiException notSupported(String what) {
        return ApiException.bad(-2010, what + " are not supported for this symbol.");
    }

    public static ApiException selfTradePreventionNotAllowed() {
        return ApiException.bad(-2010, "This symbol does not allow the specified self-trade prevention mode.");
    }

    /** One half of a cancel-replace failed, the other one was done. */
    public static ApiException replacedInPart(JsonNode halves) {
        return new ApiException(409, -2021, "Order cancel-replace partially failed.", halves);
    }

    /** Nothing of a cancel-replace was done. */
    public static ApiException notReplaced(JsonNode halves) {
        return new ApiException(400, -2022, "Order cancel-replace failed.", halves);
    }

    public static ApiException noSuchOrder() {
        return ApiException.bad(-2013, "Order does not exist.");
    }

    /** An order was named by both of its ids, and they are not of the same order. */
    public static ApiException otherClientId() {
        return ApiException.bad(-2039, "Client Order ID is not correct for this Order ID");
    }

    public static ApiException unknownMethod() {
        return ApiException.bad(-1020, "This operation is not supported.");
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
