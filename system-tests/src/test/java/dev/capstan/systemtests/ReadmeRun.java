package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Candles;
import dev.capstan.systemtests.dsl.Readme;
import dev.capstan.systemtests.dsl.Shell;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The README as its reader would run it: {@code ./capstan up}, then the calls as they stand there, pasted into a shell. Only addresses and
 * the data folder are others, so that it may run beside a stack that is in use. With real candles at hand the market is their replay.
 */
class ReadmeRun {

    private static final String DATA =
            " --data " + Path.of("target", "readme-stack").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Optional<Candles> candles = Candles.real("BINANCE_BTCUSDT_1m_2022-11-08_09.csv.gz");
    private final Shell shell = Shell.withFreePorts();

    @AfterEach
    void down() {
        shell.run("./capstan down" + DATA, SOON);
    }

    @Test
    void itsCallsPlaceAnOrderThatFills() {
        String replay = candles.map(file -> " --replay BTCUSDT.BINANCE=" + file.path() + " --speed 60")
                .orElse("");
        String welcome = shell.run("./capstan up --detach --no-aot" + DATA + replay, START);
        assertThat(welcome).contains("Capstan is ready.", "Idempotency-Key");
        Readme.Calls calls = Readme.calls(shell.gateway(), DATA);

        JsonNode placed = json(calls.logIn() + calls.order());
        assertThat(placed.path("orderId").asString()).as("%s", placed).isNotEmpty();
        JsonNode again = json(calls.logIn() + calls.order());
        assertThat(again).isEqualTo(placed);

        JsonNode position = await("the position")
                .atMost(SOON)
                .until(
                        () -> json(calls.logIn() + calls.positions())
                                .path("items")
                                .path(0),
                        one -> !one.isMissingNode());
        assertThat(position.path("instrumentId").asString()).isEqualTo("BTCUSDT.BINANCE");
        assertThat(position.path("side").asString()).isEqualTo("LONG");
        assertThat(position.path("quantity").asString()).startsWith("0.0099");
        assertThat(position.has("unrealizedPnl")).isTrue();
        candles.ifPresent(
                file -> assertThat(new BigDecimal(position.path("averagePrice").asString()))
                        .as("a price of the replayed day")
                        .isBetween(file.lowest(), file.highest()));
    }

    private JsonNode json(String commands) {
        String out = shell.run(commands, SOON);
        return JsonMapper.shared().readTree(out.substring(Math.max(0, out.indexOf('{'))));
    }
}
