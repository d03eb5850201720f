package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.execution.venue.adapter.binance.http.Reply.VenueError;
import java.util.List;
import java.util.Set;

/**
 * What an error answer to a submit proves. The only place where this is decided.
 *
 * <p>Two short lists prove something; everything else, listed by the venue or not, proves nothing: 5xx, whatever code it carries, -1000,
 * -1001, -1006, -1007, -1008, and codes that did not exist when this was written.
 */
final class SubmitErrors {

    /** What is known of the order. */
    enum Proof {
        /** The venue refused it. */
        REJECTED,
        /** It was turned away before anything was done with it, and may be tried again. */
        NOT_EXECUTED,
        /** Nothing. */
        NONE
    }

    private static final int FILTER_FAILURE = -1013;
    private static final int BAD_SIGNATURE = -1022;
    private static final int REFUSED_BY_ENGINE = -2010;
    private static final int BAD_KEY_FORMAT = -2014;
    private static final int KEY_NOT_ALLOWED = -2015;
    static final int OUTSIDE_WINDOW = -1021;

    /** Too much weight, too many orders, outside the time window. */
    private static final Set<Integer> TURNED_AWAY = Set.of(-1003, -1015, OUTSIDE_WINDOW);

    private static final List<String> CHECKED_HERE = List.of(
            "PRICE_FILTER", "PERCENT_PRICE", "PERCENT_PRICE_BY_SIDE", "LOT_SIZE", "MARKET_LOT_SIZE", "NOTIONAL");

    private SubmitErrors() {}

    static Proof proofOf(int httpStatus, VenueError error) {
        if (httpStatus == 429 || httpStatus == 418) {
            return Proof.NOT_EXECUTED;
        }
        if (httpStatus < 400 || httpStatus >= 500) {
            return Proof.NONE;
        }
        if (TURNED_AWAY.contains(error.code())) {
            return Proof.NOT_EXECUTED;
        }
        return isRefusal(error) ? Proof.REJECTED : Proof.NONE;
    }

    /** Whether the venue found a rule broken that we had found kept: then we hold an old one. */
    static boolean contradictsOurRules(VenueError error) {
        return error.code() == FILTER_FAILURE && CHECKED_HERE.stream().anyMatch(error.text()::endsWith);
    }

    private static boolean isRefusal(VenueError error) {
        return switch (error.code()) {
            case FILTER_FAILURE, BAD_SIGNATURE, BAD_KEY_FORMAT, KEY_NOT_ALLOWED -> true;
            // A duplicate is our own order, seen by the venue before: the query says what became of it.
            case REFUSED_BY_ENGINE -> !error.text().contains("Duplicate order sent");
            default -> isMalformedParameter(error.code());
        };
    }

    /** The family of -1100 to -1130: the request did not pass the venue's parser. */
    private static boolean isMalformedParameter(int code) {
        return code <= -1100 && code >= -1130;
    }
}
