package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest extends SimulatorTests {

    private Trader trader;

    @BeforeAll
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    /** A good limit order with some parameters changed ({@code name=value}) or left out ({@code name=}). */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "price=50000.001    | -1013 | Filter failure: PRICE_FILTER",
                "price=2000000000   | -1013 | Filter failure: PRICE_FILTER",
                "price=9000         | -1013 | Filter failure: PERCENT_PRICE_BY_SIDE",
                "price=260000       | -1013 | Filter failure: PERCENT_PRICE_BY_SIDE",
                "quantity=0.000001  | -1013 | Filter failure: LOT_SIZE",
                "quantity=0.000015  | -1013 | Filter failure: LOT_SIZE",
                "quantity=0         | -1013 | Filter failure: LOT_SIZE",
                "quantity=0.00001   | -1013 | Filter failure: NOTIONAL",
                "quantity=1000      | -2010 | Account has insufficient balance for requested action.",
                "symbol=DOGEUSDT    | -1121 | Invalid symbol.",
                "symbol=            | -1102 | Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.",
                "side=              | -1102 | Mandatory parameter 'side' was not sent, was empty/null, or malformed.",
                "side=LONG          | -1117 | Invalid side.",
                "type=ICEBERG       | -1116 | Invalid orderType.",
                "type=STOP_LOSS     | -1102 | Param 'stopPrice' or 'trailingDelta' must be sent, but both were empty/null!",
                "type=LIMIT_MAKER   | -1106 | Parameter 'timeInForce' sent when not required.",
                "stopPrice=48000    | -1106 | Parameter 'stopPrice' sent when not required.",
                "trailingDelta=100  | -1106 | Parameter 'trailingDelta' sent when not required.",
                "quoteOrderQty=100  | -1106 | Parameter 'quoteOrderQty' sent when not required.",
                "strategyType=1     | -1134 | `strategyType` was less than 1000000.",
                "selfTradePreventionMode=NONE | -2010 | This symbol does not allow the specified self-trade prevention mode.",
                "pegPriceType=PRIMARY_PEG | -2010 | Pegged orders are not supported for this symbol.",
                "quantity=9000000   | -1013 | Filter failure: NOTIONAL",
                "timeInForce=       | -1102 | Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.",
                "timeInForce=GTD    | -1115 | Invalid timeInForce.",
                "price=             | -1102 | Mandatory parameter 'price' was not sent, was empty/null, or malformed.",
                "quantity=           | -1102 | Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.",
                "price=1e5          | -1100 | Illegal characters found in parameter 'price'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
                "quantity=-1        | -1100 | Illegal characters found in parameter 'quantity'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
                "price=1.123456789  | -1111 | Parameter 'price' has too much precision.",
                "type=MARKET        | -1106 | Parameter 'timeInForce' sent when not required.",
                "newClientOrderId=a b | -1100 | Illegal characters found in parameter 'newClientOrderId'; legal range is '^[a-zA-Z0-9-_.:/]{1,36}$'.",
                "newOrderRespType=ALL | -1130 | Data sent for parameter 'newOrderRespType' is not valid.",
                "icebergQty=1       | -2010 | IcebergQty exceeds QTY.",
                "recvWindow=60001   | -1131 | recvWindow must be less than 60000",
                "recvWindow=x       | -1100 | Illegal characters found in parameter 'recvWindow'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,3})?$'.",
                "timestamp=now      | -1100 | Illegal characters found in parameter 'timestamp'; legal range is '^[0-9]{1,20}$'.",
            })
    void refusesInTheVenuesWords(String change, int code, String message) {
        Map<String, String> order = params(
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "LIMIT",
                "timeInForce",
                "GTC",
                "quantity",
                "0.1",
                "price",
                "49000");
        String[] pair = change.split("=", -1);
        if (pair[1].isEmpty()) {
            order.remove(pair[0]);
        } else {
            order.put(pair[0], pair[1]);
        }
        Trader.Answer answer = trader.signed("POST", "/api/v3/order", order);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("msg")).isEqualTo(message);
    }

    @Test
    void refusesKeysSignaturesAndTimes() {
        assertThat(trader.send("GET", "/api/v3/account?timestamp=1", "", "").code())
                .isEqualTo(-2014);
        Trader.Answer unknown = trader.send("GET", "/api/v3/account?timestamp=1", "", "stranger");
        assertThat(unknown.code()).isEqualTo(-2015);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(trader.send("GET", "/api/v3/account", "", trader.apiKey()).text("msg"))
                .contains("'timestamp'");
        assertThat(trader.send("GET", "/api/v3/account?timestamp=1", "", trader.apiKey())
                        .text("msg"))
                .contains("'signature'");
        assertThat(trader.send("GET", "/api/v3/account?timestamp=1&signature=00", "", trader.apiKey())
                        .code())
                .isEqualTo(-1022);
    }

    @Test
    void refusesWhatIsOutsideItsWindowOrAheadOfTime() {
        assertThat(at(System.currentTimeMillis() - 6_000, "5000").text("msg"))
                .isEqualTo("Timestamp for this request is outside of the recvWindow.");
        assertThat(at(System.currentTimeMillis() + 3_000, "5000").text("msg"))
                .isEqualTo("Timestamp for this request was 1000ms ahead of the server's time.");
        assertThat(at(System.currentTimeMillis() - 6_000, "10000").status()).isEqualTo(200);
        assertThat(at(System.currentTimeMillis() * 1_000, "10000.5").status()).isEqualTo(200);
    }

    private Trader.Answer at(long timestamp, String recvWindow) {
        return trader.signed(
                "GET", "/api/v3/account", params("timestamp", Long.toString(timestamp), "recvWindow", recvWindow));
    }

    @Test
    void refusesQueriesThatCannotBeAnswered() {
        assertThat(trader.query("BTCUSDT", "never").code()).isEqualTo(-2013);
        assertThat(trader.signed("GET", "/api/v3/order", params("symbol", "BTCUSDT"))
                        .text("msg"))
                .isEqualTo("Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
        assertThat(trader.signed(
                                "GET",
                                "/api/v3/allOrders",
                                params("symbol", "BTCUSDT", "startTime", "1000000000000", "endTime", "1000100000000"))
                        .code())
                .isEqualTo(-1127);
        assertThat(trader.signed(
                                "GET", "/api/v3/myTrades", params("symbol", "BTCUSDT", "fromId", "1", "startTime", "1"))
                        .code())
                .isEqualTo(-1128);
        assertThat(trader.signed(
                                "DELETE",
                                "/api/v3/order",
                                params("symbol", "BTCUSDT", "orderId", "1", "cancelRestrictions", "MAYBE"))
                        .code())
                .isEqualTo(-1145);
    }

    @Test
    void instrumentsAreListedByTheirStatus() {
        assertThat(trader.open("/api/v3/exchangeInfo?symbolStatus=TRADING")
                        .body()
                        .path("symbols")
                        .size())
                .isEqualTo(4);
        assertThat(trader.open("/api/v3/exchangeInfo?symbolStatus=HALT")
                        .body()
                        .path("symbols")
                        .size())
                .isZero();
        assertThat(trader.open("/api/v3/exchangeInfo?symbolStatus=ASLEEP").code())
                .isEqualTo(-1122);
        assertThat(trader.open("/api/v3/exchangeInfo?symbolStatus=HALT&symbol=BTCUSDT")
                        .code())
                .isEqualTo(-1128);
    }

    @Test
    void theRetiredListenKeyIsGone() {
        assertThat(trader.send("POST", "/api/v3/userDataStream", "", trader.apiKey())
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aTestOrderIsRefusedLikeARealOne() {
        Map<String, String> order =
                new LinkedHashMap<>(params("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "1000"));
        assertThat(trader.signed("POST", "/api/v3/order/test", order).code()).isEqualTo(-2010);
    }
}
