package dev.capstan.simulator.binance.protocol;

/** What is wrong with a parameter, with the venue's codes and exact texts. */
public final class ParameterErrors {

    private ParameterErrors() {}

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

    /** A parameter that no request of this kind has. */
    public static ApiException unread(long read, long sent) {
        return ApiException.bad(
                -1104,
                "Not all sent parameters were read; read '" + read + "' parameter(s) but was sent '" + sent + "'.");
    }

    /** A parameter where there should be none. */
    public static ApiException tooMany(long expected, long received) {
        return ApiException.bad(
                -1101, "Too many parameters; expected '" + expected + "' and received '" + received + "'.");
    }

    public static ApiException twice() {
        return ApiException.bad(-1101, "Duplicate values for a parameter detected.");
    }

    public static ApiException empty(String name) {
        return ApiException.bad(-1105, "Parameter '" + name + "' was empty.");
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

    public static ApiException unsupportedCombination() {
        return ApiException.bad(-1014, "Unsupported order combination.");
    }

    public static ApiException badStrategyType() {
        return ApiException.bad(-1134, "`strategyType` was less than 1000000.");
    }

    public static ApiException invalidTimeUnit() {
        return ApiException.bad(-1194, "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");
    }

    public static ApiException invalidJson() {
        return ApiException.bad(-1135, "Invalid JSON Request");
    }
}
