package dev.capstan.simulator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalsTest {

    private record Traded(long price, long quantity, boolean buyerIsMaker) {}

    /** Somebody who asks {@code leaves} at one price since a moment. */
    private static final class Asker implements Counterparties {

        private final long price;
        private final long since;
        private final Deque<Long> fills = new ArrayDeque<>();
        private final List<Traded> trades = new ArrayList<>();
        private long leaves;
        private long now = 10;

        Asker(long price, long since, long leaves) {
            this.price = price;
            this.since = since;
            this.leaves = leaves;
        }

        @Override
        public long bestPrice(Side resting) {
            return resting == Side.SELL && leaves > 0 ? price : 0;
        }

        @Override
        public long bestSince(Side resting) {
            return since;
        }

        @Override
        public long fill(Side resting, long quantity) {
            long filled = Math.min(quantity, leaves);
            leaves -= filled;
            fills.add(filled);
            return filled;
        }

        @Override
        public void traded(long tradePrice, long quantity, boolean buyerIsMaker) {
            trades.add(new Traded(tradePrice, quantity, buyerIsMaker));
        }

        @Override
        public long now() {
            return now++;
        }
    }

    private final FlowBook book = new FlowBook();

    private static Intent.Quote quote(Side side, int place, long price, long quantity) {
        return new Intent.Quote(side, place, price, quantity);
    }

    @Test
    void theBestPriceComesFirstThenWhoCameFirst() {
        Asker other = new Asker(101, 11, 5);
        Arrivals arrivals = new Arrivals(book, other);
        arrivals.meet(quote(Side.SELL, 0, 101, 4));
        arrivals.meet(quote(Side.SELL, 1, 101, 4));
        arrivals.meet(quote(Side.SELL, 2, 100, 4));
        arrivals.meet(new Intent.Take(Side.BUY, 10));
        // Place 0 rests since 10, the other since 11, place 1 since 11 too: of two who came at once the account is
        // first.
        assertThat(other.trades).containsExactly(new Traded(100, 4, false), new Traded(101, 4, false));
        assertThat(other.fills).containsExactly(2L);
        assertThat(book.side(Side.SELL).leaves(1)).isEqualTo(4);
    }

    @Test
    void aQuoteTakesWhatCrossesItAndRestsWithTheRest() {
        Asker nobody = new Asker(0, 0, 0);
        Arrivals arrivals = new Arrivals(book, nobody);
        arrivals.meet(quote(Side.SELL, 3, 100, 4));
        arrivals.meet(quote(Side.BUY, 5, 102, 10));
        assertThat(nobody.trades).containsExactly(new Traded(100, 4, false));
        assertThat(book.side(Side.BUY).best()).isEqualTo(5);
        assertThat(book.side(Side.BUY).leaves(5)).isEqualTo(6);
        arrivals.meet(quote(Side.BUY, 5, 90, 1));
        assertThat(book.side(Side.BUY).price(5)).as("a place has one order").isEqualTo(90);
        arrivals.meet(new Intent.Withdraw(Side.BUY, 5));
        assertThat(book.side(Side.BUY).best()).isEqualTo(-1);
    }

    @Test
    void whoeverWasHiddenFromTheFlowIsMetOnceHeIsSeen() {
        new Arrivals(book, new Asker(0, 0, 0)).meet(quote(Side.BUY, 2, 105, 3));
        Asker seen = new Asker(104, 1, 2);
        new Arrivals(book, seen).meetAgain();
        assertThat(seen.fills).containsExactly(2L);
        assertThat(book.side(Side.BUY).leaves(2)).isEqualTo(1);
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** Whatever comes in is traded, taken back, turned away or still there, and nothing rests that could trade. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noQuantityIsLostAndTheBookIsNeverCrossed(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tally tally = new Tally();
        Arrivals arrivals = new Arrivals(book, new Alone(tally));
        for (int step = 0; step < 500; step++) {
            Intent intent = anything(random);
            long before = resting() - replaced(intent);
            long tradedBefore = tally.candle(0, 1, 1).bar().volume();
            arrivals.meet(intent);
            long traded = tally.candle(0, 1, 1).bar().volume() - tradedBefore;
            switch (intent) {
                case Intent.Quote quote -> assertThat(resting()).isEqualTo(before + quote.quantity() - 2 * traded);
                case Intent.Take take -> {
                    assertThat(resting()).isEqualTo(before - traded);
                    assertThat(traded).isEqualTo(Math.min(take.quantity(), tradedOrThere(take, traded)));
                }
                case Intent.Withdraw any -> assertThat(resting()).isEqualTo(before);
            }
            int bid = book.side(Side.BUY).best();
            int ask = book.side(Side.SELL).best();
            assertThat(bid < 0
                            || ask < 0
                            || book.side(Side.BUY).price(bid)
                                    < book.side(Side.SELL).price(ask))
                    .isTrue();
        }
    }

    private long tradedOrThere(Intent.Take take, long traded) {
        return traded + restingOn(take.side().opposite());
    }

    private Intent anything(SplittableRandom random) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int place = random.nextInt(FlowSide.PLACES);
        return switch (random.nextInt(4)) {
            case 0 -> new Intent.Take(side, random.nextLong(1, 60));
            case 1 -> new Intent.Withdraw(side, place);
            default -> quote(side, place, random.nextLong(80, 120), random.nextLong(1, 30));
        };
    }

    private long replaced(Intent intent) {
        return switch (intent) {
            case Intent.Quote quote -> book.side(quote.side()).leaves(quote.place());
            case Intent.Withdraw withdraw -> book.side(withdraw.side()).leaves(withdraw.place());
            case Intent.Take any -> 0;
        };
    }

    private long resting() {
        return restingOn(Side.BUY) + restingOn(Side.SELL);
    }

    private long restingOn(Side side) {
        return IntStream.range(0, FlowSide.PLACES)
                .mapToLong(book.side(side)::leaves)
                .sum();
    }
}
