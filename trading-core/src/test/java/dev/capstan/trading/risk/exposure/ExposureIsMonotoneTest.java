package dev.capstan.trading.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The promise of the package: at one mark, no fill, commission or cancel raises what was reserved. */
class ExposureIsMonotoneTest {

    @RepeatedTest(200)
    void neverRisesWhileOrdersFillAndEnd() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        InstrumentExposure exposure = book(random);
        for (int step = 0; step < 40 && !exposure.openOrders().isEmpty(); step++) {
            InstrumentExposure next = random.nextInt(5) == 0 ? cancelOne(exposure, random) : fillOne(exposure, random);
            assertThat(next.worstValue())
                    .as("seed %d, step %d: %s -> %s", seed, step, exposure, next)
                    .isLessThanOrEqualTo(exposure.worstValue());
            assertThat(next.worstQuantity())
                    .as("seed %d, step %d: %s -> %s", seed, step, exposure, next)
                    .isLessThanOrEqualTo(exposure.worstQuantity());
            exposure = next;
        }
    }

    @RepeatedTest(50)
    void neverFallsBelowTheValueThatIsHeld() {
        long seed = System.nanoTime();
        InstrumentExposure exposure = book(new Random(seed));
        BigDecimal held =
                exposure.position().size().value().multiply(exposure.mark().value());
        assertThat(exposure.worstValue().value())
                .as("seed %d: %s", seed, exposure)
                .isGreaterThanOrEqualTo(held);
    }

    @Test
    void wouldRiseIfABuyBelowTheMarkWereValuedAtItsLimit() {
        // Why open orders are valued at the mark at least: the buy at 90 becomes a position worth 100 each.
        InstrumentExposure open = new InstrumentExposure(
                NetQuantity.FLAT, List.of(new OpenOrder(Side.BUY, quantity("1"), price("90"))), price("100"));
        InstrumentExposure filled = new InstrumentExposure(NetQuantity.of(BigDecimal.ONE), List.of(), price("100"));
        assertThat(open.worstValue()).isEqualTo(filled.worstValue());
    }

    private static InstrumentExposure book(Random random) {
        List<OpenOrder> orders = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            orders.add(new OpenOrder(
                    side, some(random, 500), Price.of(some(random, 30_000).value())));
        }
        NetQuantity position = NetQuantity.of(BigDecimal.valueOf(random.nextInt(-300, 1_000), 2));
        return new InstrumentExposure(
                position, orders, Price.of(some(random, 20_000).value()));
    }

    private static InstrumentExposure fillOne(InstrumentExposure exposure, Random random) {
        OpenOrder order =
                exposure.openOrders().get(random.nextInt(exposure.openOrders().size()));
        Quantity part = random.nextBoolean() ? order.quantity() : aTenth(order.quantity());
        NetQuantity position = exposure.position().filled(order.side(), part);
        if (order.side() == Side.BUY && random.nextBoolean()) {
            position = position.charged(Quantity.of(part.value().movePointLeft(3)));
        }
        return replace(exposure, order, part, position);
    }

    /** Or all, when a tenth of a tenth of a tenth has come to more places than a venue has. */
    private static Quantity aTenth(Quantity whole) {
        BigDecimal tenth = whole.value().movePointLeft(1);
        return tenth.scale() > 12 ? whole : Quantity.of(tenth);
    }

    private static InstrumentExposure cancelOne(InstrumentExposure exposure, Random random) {
        OpenOrder order =
                exposure.openOrders().get(random.nextInt(exposure.openOrders().size()));
        return replace(exposure, order, order.quantity(), exposure.position());
    }

    private static InstrumentExposure replace(
            InstrumentExposure exposure, OpenOrder order, Quantity gone, NetQuantity position) {
        List<OpenOrder> orders = new ArrayList<>(exposure.openOrders());
        orders.remove(order);
        Quantity left = order.quantity().minus(gone);
        if (!left.isZero()) {
            orders.add(new OpenOrder(order.side(), left, order.reservedPrice()));
        }
        return new InstrumentExposure(position, orders, exposure.mark());
    }

    private static Quantity some(Random random, int bound) {
        return Quantity.of(BigDecimal.valueOf(1L + random.nextInt(bound), 2));
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text);
    }

    private static Price price(String text) {
        return Price.parse(text);
    }
}
