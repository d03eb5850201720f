package dev.capstan.simulator.flow;

import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Instruments;
import java.util.List;

/** The instruments of a generated market: the synthetic ones, with a flow that trades around their prices. */
public final class GeneratedInstruments {

    private GeneratedInstruments() {}

    /**
     * @param startedAt when the first minute plays
     * @param beats how often a minute the flow of an instrument does something
     */
    public static List<Instrument> of(long seed, long startedAt, int beats) {
        return Instruments.synthetic(seed, startedAt).stream()
                .map(synthetic -> generated(synthetic, seed, beats))
                .toList();
    }

    private static Instrument generated(Instrument synthetic, long seed, int beats) {
        long own = seed * 31 + synthetic.listing().symbol().hashCode();
        FlowPlan plan = new FlowPlan(own, synthetic.listing(), synthetic.series(), beats);
        return new Instrument(synthetic.listing(), new GeneratedCandles(plan));
    }
}
