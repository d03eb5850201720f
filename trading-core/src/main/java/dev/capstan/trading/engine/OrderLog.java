package dev.capstan.trading.engine;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.run.IntentReason;
import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a run in the order they were placed, what each filled, and what the run had after it. An order is a row of whole numbers
 * side by side: objects would be several times as much to write, and a run that only goes by would write them for nobody. They are made
 * when somebody asks.
 */
final class OrderLog {

    /** Orders to a piece; pieces are never copied. */
    private static final int PIECE = 1 << 8;

    /** The numbers of an order, by their place in its row. Of the first the upper half is the row of the candle it met. */
    private static final int HEAD = 0;

    private static final int QUANTITY = 1;
    private static final int STOP = 2;
    private static final int TARGET = 3;
    private static final int PRICE = 4;
    private static final int FILLED = 5;
    private static final int COMMISSION = 6;
    private static final int CASH = 7;
    private static final int HOLDING = 8;
    private static final int WIDTH = 9;

    /** The lower half of the first: bits, why it was placed, and from {@link #DENIAL} on why it was refused, zero when it was not. */
    private static final int REASON = 0xff;

    private static final int DENIAL_SHIFT = 8;
    private static final int DENIAL = 0xff;
    private static final int SELL = 1 << 16;
    private static final int LEFT_OPEN = 1 << 17;
    private static final int CLOSED = 1 << 18;

    private static final IntentReason[] REASONS = IntentReason.values();
    private static final DenialReason[] DENIALS = DenialReason.values();

    private final CandleColumns candles;
    private final List<long[]> pieces = new ArrayList<>();
    private long[] piece = {};
    private int at;
    private int size;

    /** Of a run over {@code candles}. */
    OrderLog(CandleColumns candles) {
        this.candles = candles;
    }

    /** An order for {@code intent} meets the open of the candle at {@code row}; what is told next is about it. */
    @SuppressWarnings("EnumOrdinal") // Numbers that no other process and no other version reads.
    void placed(TradeIntent intent, int row) {
        begin();
        long[] order = piece;
        int side = intent.side() == Side.SELL ? SELL : 0;
        order[at + HEAD] = ((long) row << Integer.SIZE) | side | intent.reason().ordinal();
        order[at + QUANTITY] = intent.quantity();
        order[at + STOP] = intent.stop();
        order[at + TARGET] = intent.target();
    }

    private void begin() {
        int within = size % PIECE;
        if (within == 0) {
            piece = new long[PIECE * WIDTH];
            pieces.add(piece);
        }
        at = within * WIDTH;
        size++;
    }

    @SuppressWarnings("EnumOrdinal") // As above.
    void refused(DenialReason reason) {
        piece[at + HEAD] |= (reason.ordinal() + 1L) << DENIAL_SHIFT;
    }

    void filled(long price, long quantity, long commission) {
        piece[at + PRICE] = price;
        piece[at + FILLED] = quantity;
        piece[at + COMMISSION] = commission;
    }

    /** It is over, and {@code run} was told. */
    void ended(StrategyRun run) {
        RunStage stage = run.stage();
        piece[at + HEAD] |= stage == RunStage.POSITION_OPEN ? LEFT_OPEN : stage == RunStage.CLOSED ? CLOSED : 0;
        piece[at + CASH] = run.cash();
        piece[at + HOLDING] = run.holding();
    }

    int size() {
        return size;
    }

    private long of(int order, int field) {
        return pieces.get(order / PIECE)[order % PIECE * WIDTH + field];
    }

    private boolean has(int order, int bit) {
        return (of(order, HEAD) & bit) != 0;
    }

    /** The candle at whose open it met the market; the first at whose close the run has what it had then. */
    int row(int order) {
        return (int) (of(order, HEAD) >>> Integer.SIZE);
    }

    /** Market time at which it was placed, and over. */
    long time(int order) {
        return candles.openTime(row(order));
    }

    Side side(int order) {
        return has(order, SELL) ? Side.SELL : Side.BUY;
    }

    /** What it filled at; zero when it did not. */
    long price(int order) {
        return of(order, PRICE);
    }

    /** What it filled. */
    long filled(int order) {
        return of(order, FILLED);
    }

    /** In the asset received. */
    long commission(int order) {
        return of(order, COMMISSION);
    }

    /** What the run had after it, in the quote asset. */
    long cash(int order) {
        return of(order, CASH);
    }

    /** What the run had after it, in the base asset. */
    long holding(int order) {
        return of(order, HOLDING);
    }

    /** Whether a position was open after it. */
    boolean isOpen(int order) {
        return has(order, LEFT_OPEN);
    }

    /** Whether it closed a position. */
    boolean isClosing(int order) {
        return has(order, CLOSED);
    }

    List<SimulatedOrder> orders() {
        List<SimulatedOrder> orders = new ArrayList<>(size);
        for (int order = 0; order < size; order++) {
            @Nullable DenialReason denial = denial(order);
            OrderStage stage =
                    denial == null ? MarketOrderEnds.of(filled(order), of(order, QUANTITY)) : MarketOrderEnds.REFUSED;
            orders.add(new SimulatedOrder(intent(order), time(order), stage, filled(order), denial));
        }
        return orders;
    }

    private @Nullable DenialReason denial(int order) {
        int code = (int) (of(order, HEAD) >>> DENIAL_SHIFT) & DENIAL;
        return code == 0 ? null : DENIALS[code - 1];
    }

    /** Decided on the candle before the one that it met. */
    private TradeIntent intent(int order) {
        return new TradeIntent(
                order + 1,
                candles.openTime(row(order) - 1) + candles.intervalMillis(),
                side(order),
                of(order, QUANTITY),
                of(order, STOP),
                of(order, TARGET),
                REASONS[(int) of(order, HEAD) & REASON]);
    }

    List<SimulatedFill> fills() {
        List<SimulatedFill> fills = new ArrayList<>(size);
        for (int order = 0; order < size; order++) {
            if (filled(order) > 0) {
                fills.add(new SimulatedFill(
                        order + 1, time(order), side(order), price(order), filled(order), commission(order)));
            }
        }
        return fills;
    }
}
