package dev.capstan.execution.venue.adapter.binance.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.venue.adapter.binance.http.Payloads;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExecutionReportsTest {

    private final ExecutionReports reports =
            new ExecutionReports(AccountId.of(new UUID(3, 3)), instrumentId -> Optional.empty());

    @Test
    void readsAFill() {
        VenueReport report = read("execution-report-trade.json");

        assertThat(report.state()).isEqualTo(VenueOrderState.PARTIALLY_FILLED);
        assertThat(report.clientOrderId()).isEqualTo(ClientOrderId.parse("cABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        assertThat(report.executedQuantity()).isEqualTo(Quantity.parse("0.3"));
        assertThat(report.source()).isEqualTo(FactSource.STREAM);
        assertThat(report.text()).isNull();
        assertThat(report.placedAt()).isEqualTo(Instant.ofEpochMilli(1700000000456L));
        assertThat(report.fills())
                .containsExactly(new VenueFill(
                        TradeId.parse("57"),
                        VenueOrderId.parse("28"),
                        57,
                        Price.parse("30000.05"),
                        Quantity.parse("0.2"),
                        Money.parse("0.0002"),
                        Asset.parse("BTC"),
                        true,
                        Instant.ofEpochMilli(1700000001001L)));
    }

    @Test
    void namesTheOrderAndNotTheCancel() {
        VenueReport report = read("execution-report-canceled.json");

        assertThat(report.clientOrderId()).isEqualTo(ClientOrderId.parse("cABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        assertThat(report.state()).isEqualTo(VenueOrderState.CANCELED);
        assertThat(report.fills()).isEmpty();
    }

    /** Another client made it smaller and gave it another id: {@code C} is the one we know it by. */
    @Test
    void namesTheOrderByTheIdItHadBeforeItWasAmended() {
        VenueReport report = reports.parse(Fields.ofObject(Payloads.read("execution-report-canceled.json")
                .replace(
                        "\"x\": \"CANCELED\", \"X\": \"CANCELED\"",
                        "\"x\": \"REPLACED\", \"X\": \"PARTIALLY_FILLED\"")));

        assertThat(report.clientOrderId()).isEqualTo(ClientOrderId.parse("cABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        assertThat(report.state()).isEqualTo(VenueOrderState.PARTIALLY_FILLED);
        assertThat(report.executedQuantity()).isEqualTo(Quantity.parse("0.3"));
        assertThat(report.fills()).isEmpty();
    }

    @Test
    void readsARejectionWithFewFields() {
        VenueReport report = read("execution-report-rejected.json");

        assertThat(report.clientOrderId()).isEqualTo(ClientOrderId.parse("cREJECTED"));
        assertThat(report.state()).isEqualTo(VenueOrderState.REJECTED);
        assertThat(report.text()).isEqualTo("WOULD_MATCH_IMMEDIATELY");
        assertThat(report.orderType()).isEqualTo(OrderType.POST_ONLY);
    }

    @Test
    void guessesNoUnknownStatus() {
        Fields event = Fields.ofObject(
                Payloads.read("execution-report-trade.json").replace("PARTIALLY_FILLED", "HALF_FILLED"));

        assertThatThrownBy(() -> reports.parse(event))
                .isInstanceOf(MalformedReplyException.class)
                .hasMessageContaining("HALF_FILLED");
    }

    private VenueReport read(String name) {
        return reports.parse(Fields.ofObject(Payloads.read(name)));
    }
}
