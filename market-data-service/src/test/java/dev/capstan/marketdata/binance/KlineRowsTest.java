package dev.capstan.marketdata.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class KlineRowsTest {

    private static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");

    private static final String ROW = """
            [1667946660000,"18560.70","18582.63","18549.56","18551.26","266.34476",1667946719999,"4945012.1385495",7045,
             "139.31361","2586631.807405","0"]""";

    @Test
    void readsTheValuesWhereTheyStand() {
        assertThat(parse(ROW))
                .isEqualTo(new Kline(
                        BTCUSDT,
                        "1m",
                        Instant.parse("2022-11-08T22:31:00Z"),
                        Price.parse("18560.7"),
                        Price.parse("18582.63"),
                        Price.parse("18549.56"),
                        Price.parse("18551.26"),
                        Quantity.parse("266.34476"),
                        Money.parse("4945012.1385495"),
                        7_045,
                        Quantity.parse("139.31361"),
                        Money.parse("2586631.807405")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[1667946660000,\"1\"]", "7"})
    void refusesWhatIsNoRow(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(json)).withMessageContaining("12 values");
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(ROW.replace("18560.70", "much")))
                .withMessageContaining("expected a decimal");
    }

    private static Kline parse(String json) {
        return KlineRows.parse(BTCUSDT, "1m", JsonMapper.shared().readTree(json));
    }
}
