package dev.capstan.portfolio.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.consumer.View;
import dev.capstan.kit.consumer.Views;
import dev.capstan.trading.accounting.PositionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");
    private static final PositionState LONG = new PositionState(Money.parse("2"), Money.parse("200"), Money.ZERO);
    private static final PositionState SHORT = new PositionState(Money.parse("-2"), Money.parse("-200"), Money.ZERO);

    private final Marks marks = new Marks(
            new MarkSettings(Duration.ofSeconds(5), Duration.ofSeconds(1)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new NoRecords());

    @Test
    void keepsTheNewestTradeWithItsOwnTime() {
        marks.take(tick("100", 1));
        marks.take(tick("101", 1));

        UnrealizedPnlView view = UnrealizedPnlView.of(LONG, marks.of(BTCUSDT), NOW);

        assertThat(view.amount()).isEqualTo(Money.parse("2"));
        assertThat(view.markPrice()).isEqualTo(Price.parse("101"));
        assertThat(view.stale()).isFalse();
        assertThat(view.dataAsOf()).isEqualTo(NOW.minusMillis(40));
    }

    @Test
    void valuesAShortTheOtherWay() {
        marks.take(tick("90", 1));

        assertThat(UnrealizedPnlView.of(SHORT, marks.of(BTCUSDT), NOW).amount()).isEqualTo(Money.parse("20"));
    }

    @Test
    void saysThatNothingIsKnownBeforeTheFirstTrade() {
        UnrealizedPnlView view = UnrealizedPnlView.of(LONG, marks.of(BTCUSDT), NOW);

        assertThat(view).isEqualTo(new UnrealizedPnlView(null, null, true, null));
    }

    @Test
    void growsStaleAfterItsTimeDividedByTheSpeedButNotBelowTheFloor() {
        assertThat(freshFor(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(freshFor(0.1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(freshFor(2)).isEqualTo(Duration.ofMillis(2500));
        assertThat(freshFor(600)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Objects.requireNonNull(marks.of(BTCUSDT)).isStale(NOW.plusMillis(999)))
                .isFalse();
        assertThat(Objects.requireNonNull(marks.of(BTCUSDT)).isStale(NOW.plusSeconds(1)))
                .isTrue();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new MarkSettings(Duration.ZERO, Duration.ZERO)).hasMessageContaining("stale-after");
        assertThatThrownBy(() -> new MarkSettings(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .hasMessageContaining("stale-floor");
    }

    private Duration freshFor(double speed) {
        marks.take(tick("100", speed));
        return Duration.between(NOW, Objects.requireNonNull(marks.of(BTCUSDT)).staleAt());
    }

    private static TickEvent tick(String price, double speed) {
        return new TickEvent(
                BTCUSDT, "epoch", Price.parse(price), Quantity.parse("1"), speed, NOW.minusMillis(40), NOW);
    }

    /** A topic on which nothing comes. */
    private static final class NoRecords implements Views {

        @Override
        public <T> View<T> follow(String topic, Class<T> payloadType, ToLongFunction<T> version) {
            throw new AssertionError("marks follow no compacted topic");
        }

        @Override
        public <T> void tail(String topic, Class<T> payloadType, Consumer<T> onRecord) {}
    }
}
