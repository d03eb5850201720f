package dev.capstan.simulator.flow;

import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.CandleSeries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The candles of a generated market. One in which accounts traded is kept as it was printed; any other is what the flow makes of its minute
 * when it is alone, also before the market began: that is the market's history.
 */
public final class GeneratedCandles implements CandleSeries {

    /** Minutes remembered once they were asked for: more than the longest month, whose running candle is asked for again and again. */
    private static final int REMEMBERED = 65_536;

    private final FlowPlan plan;
    private final Map<Long, Candle> kept = new ConcurrentHashMap<>();
    private final Map<Long, Candle> played = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Candle> eldest) {
            return size() > REMEMBERED;
        }
    };

    GeneratedCandles(FlowPlan plan) {
        this.plan = plan;
    }

    FlowPlan plan() {
        return plan;
    }

    /** From now on the candle at {@code index} is this one; what was kept first stays. */
    public void keep(long index, Candle candle) {
        kept.putIfAbsent(index, candle);
    }

    @Override
    public long intervalMillis() {
        return plan.course().intervalMillis();
    }

    @Override
    public long size() {
        return plan.course().size();
    }

    @Override
    public long firstPlayed() {
        return plan.course().firstPlayed();
    }

    @Override
    public long openTimeAt(long index) {
        return plan.course().openTimeAt(index);
    }

    @Override
    public Candle at(long index) {
        Candle own = kept.get(index);
        return own == null ? alone(index) : own;
    }

    private Candle alone(long index) {
        synchronized (played) {
            Candle known = played.get(index);
            if (known == null) {
                known = play(index);
                played.put(index, known);
            }
            return known;
        }
    }

    private Candle play(long index) {
        FlowMinute minute = plan.minute(index);
        Tally tally = new Tally();
        Arrivals alone = new Arrivals(new FlowBook(), new Alone(tally));
        minute.opening().forEach(alone::meet);
        for (int beat = 0; beat < minute.beats(); beat++) {
            alone.meet(minute.intent(beat));
        }
        return tally.candle(
                openTimeAt(index),
                intervalMillis(),
                plan.course().at(index).bar().open());
    }
}
