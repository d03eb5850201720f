package dev.capstan.simulator.page;

import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.fault.Fault;
import dev.capstan.simulator.fault.Faults;
import dev.capstan.simulator.market.Interval;
import dev.capstan.simulator.market.Listing;
import java.util.Arrays;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the page shows besides the streams: what is listed, the epoch that plays, and what is made to go wrong. */
public final class PageState {

    private final Exchange exchange;
    private final VenueClock clock;
    private final Faults faults;
    private final Supplier<String> epoch;

    /**
     * @param epoch name of the market that plays now
     */
    public PageState(Exchange exchange, VenueClock clock, Faults faults, Supplier<String> epoch) {
        this.exchange = exchange;
        this.clock = clock;
        this.faults = faults;
        this.epoch = epoch;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("epoch", epoch.get())
                .put("clockAheadMillis", clock.skewMillis());
        ArrayNode symbols = json.putArray("symbols");
        exchange.listings().forEach(listing -> add(symbols, listing));
        ArrayNode all = json.putArray("faults");
        faults.waiting().forEach(fault -> add(all, fault));
        return json;
    }

    private void add(ArrayNode symbols, Listing listing) {
        symbols.addObject()
                .put("symbol", listing.symbol())
                .put("base", listing.baseAsset())
                .put("quote", listing.quoteAsset())
                .put("madeUp", listing.synthetic())
                .put(
                        "interval",
                        exchange.market(listing.symbol())
                                .map(PageState::shortest)
                                .orElse(""));
    }

    /** The shortest candles there are, by which the price is drawn. */
    private static String shortest(MarketView view) {
        return Arrays.stream(Interval.values())
                .filter(view.klines()::has)
                .map(Interval::code)
                .findFirst()
                .orElse("");
    }

    /** Without the account it is for: keys are nothing to show. */
    private static void add(ArrayNode all, Fault fault) {
        all.addObject()
                .put("kind", fault.kind().name())
                .put("target", fault.target().name())
                .put("times", fault.times())
                .put("symbol", fault.symbol())
                .put("millis", fault.millis());
    }
}
