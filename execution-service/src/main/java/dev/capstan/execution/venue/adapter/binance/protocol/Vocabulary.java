package dev.capstan.execution.venue.adapter.binance.protocol;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.venue.domain.VenueOrderState;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The venue's words in ours. */
public final class Vocabulary {

    public static final VenueId BINANCE = VenueId.parse("BINANCE");

    private static final Pattern SPELLABLE = Pattern.compile("[A-Z0-9]{1,20}");

    private Vocabulary() {}

    public static InstrumentId instrument(String symbol) {
        return new InstrumentId(symbol, BINANCE);
    }

    /**
     * Whether a symbol or asset has a name that we can book. The venue lists a few in other scripts; nobody here trades them, and one
     * that somebody else holds must not hide all the others.
     */
    public static boolean isSpellable(String name) {
        return SPELLABLE.matcher(name).matches();
    }

    public static Side side(String text) {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new MalformedReplyException("unknown side " + text);
        };
    }

    public static OrderType orderType(String text) {
        return knownOrderType(text).orElseThrow(() -> new MalformedReplyException("unknown order type " + text));
    }

    /** Empty for a type that nobody here knows: the venue may take more than we place. */
    public static Optional<OrderType> knownOrderType(String text) {
        return Arrays.stream(OrderType.values())
                .filter(type -> spelled(type).equals(text))
                .findFirst();
    }

    public static String spelled(OrderType type) {
        return switch (type) {
            case POST_ONLY -> "LIMIT_MAKER";
            case MARKET, LIMIT, STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT -> type.name();
        };
    }

    /** Whether the venue wants to be told how long such an order lives; of the others it knows, and refuses the parameter. */
    public static boolean takesTimeInForce(OrderType type) {
        return switch (type) {
            case LIMIT, STOP_LOSS_LIMIT, TAKE_PROFIT_LIMIT -> true;
            case MARKET, POST_ONLY, STOP_LOSS, TAKE_PROFIT -> false;
        };
    }

    public static TimeInForce timeInForce(String text) {
        return switch (text) {
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            case "GTC" -> TimeInForce.GTC;
            default -> throw new MalformedReplyException("unknown time in force " + text);
        };
    }

    /** A status that is not listed is never guessed. */
    public static VenueOrderState state(String text) {
        return switch (text) {
            case "NEW", "PENDING_NEW", "PENDING_CANCEL" -> VenueOrderState.ACCEPTED;
            case "PARTIALLY_FILLED" -> VenueOrderState.PARTIALLY_FILLED;
            case "FILLED" -> VenueOrderState.FILLED;
            case "CANCELED" -> VenueOrderState.CANCELED;
            case "REJECTED" -> VenueOrderState.REJECTED;
            case "EXPIRED", "EXPIRED_IN_MATCH" -> VenueOrderState.EXPIRED;
            default -> throw new MalformedReplyException("unknown order status " + text);
        };
    }
}
