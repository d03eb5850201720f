package dev.capstan.simulator.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderDetails;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.StateChange;
import dev.capstan.simulator.exchange.state.StateLog;
import dev.capstan.simulator.market.Candle;
import dev.capstan.trading.fill.Bar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exchange's state as a file of changes, one JSON line each.
 *
 * <p>The frequent records are written as arrays, in the order of their fields; that halves the file and the time a start takes.
 */
public final class StateJournal implements StateLog, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            // Records grow at their end; a line from before that leaves the new numbers out.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(
                    any -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(Order.class, each -> each.setFormat(asArray()))
            .withConfigOverride(OrderDetails.class, each -> each.setFormat(asArray()))
            .withConfigOverride(Trade.class, each -> each.setFormat(asArray()))
            .withConfigOverride(Balance.class, each -> each.setFormat(asArray()))
            .withConfigOverride(StateChange.KeptCandle.class, each -> each.setFormat(asArray()))
            .withConfigOverride(Candle.class, each -> each.setFormat(asArray()))
            .withConfigOverride(Bar.class, each -> each.setFormat(asArray()))
            .withConfigOverride(StateChange.Counters.class, each -> each.setFormat(asArray()))
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(StateChange.class);
    private static final ObjectReader READER = JSON.readerFor(StateChange.class);

    private final AppendOnlyLines lines;

    private StateJournal(AppendOnlyLines lines) {
        this.lines = lines;
    }

    /**
     * Opens or creates the journal in {@code folder} and applies what it says to {@code state}.
     *
     * @throws IllegalStateException naming the line that cannot be read
     */
    public static StateJournal open(Path folder, ExchangeState state) {
        try {
            AppendOnlyLines lines = AppendOnlyLines.open(folder.resolve("state.journal"));
            lines.forEach((number, line) -> state.apply(read(number, line)));
            return new StateJournal(lines);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot open the state journal in " + folder, broken);
        }
    }

    @Override
    public void append(StateChange change) {
        try {
            lines.append(WRITER.writeValueAsBytes(change));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write the state journal", broken);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static StateChange read(long number, byte[] line) {
        try {
            return READER.readValue(line);
        } catch (JacksonException unreadable) {
            throw new IllegalStateException("state journal, line " + number + " cannot be read", unreadable);
        }
    }

    private static JsonFormat.Value asArray() {
        return JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
    }
}
