package dev.capstan.risk.exposure.domain;

import dev.capstan.contracts.value.Price;
import dev.capstan.trading.risk.exposure.InstrumentExposure;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.util.List;

/** A position and all that is held on it, read at one moment. */
public record InstrumentBook(InstrumentPosition position, List<OpenOrder> openOrders) {

    public InstrumentBook {
        openOrders = List.copyOf(openOrders);
    }

    public InstrumentExposure at(Price mark) {
        return new InstrumentExposure(position.quantity(), openOrders, mark);
    }

    public boolean isEmpty() {
        return position.quantity().isFlat() && openOrders.isEmpty();
    }
}
