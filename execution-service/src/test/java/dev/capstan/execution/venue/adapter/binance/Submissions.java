package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.venue.domain.VenueClock;
import dev.capstan.execution.venue.domain.VenueSubmission;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Claimed orders, ready to be sent. */
public final class Submissions {

    public static final InstrumentId BTC = InstrumentId.parse("BTCUSDT.BINANCE");

    private Submissions() {}

    public static VenueSubmission marketBuy(String id, String quantity, VenueClock clock) {
        return at(id, quantity, null, clock.now().orElseThrow());
    }

    /** Below the market of a {@link SimulatedVenue}, so that it rests. */
    public static VenueSubmission restingBuy(String id, String quantity, VenueClock clock) {
        return at(id, quantity, Price.parse("29000.00"), clock.now().orElseThrow());
    }

    public static VenueSubmission at(String id, String quantity, @Nullable Price limitPrice, Instant timestamp) {
        return new VenueSubmission(
                ClientOrderId.parse(id),
                BTC,
                Side.BUY,
                limitPrice == null ? OrderType.MARKET : OrderType.LIMIT,
                TimeInForce.GTC,
                Quantity.parse(quantity),
                limitPrice,
                null,
                timestamp,
                Duration.ofSeconds(3));
    }
}
