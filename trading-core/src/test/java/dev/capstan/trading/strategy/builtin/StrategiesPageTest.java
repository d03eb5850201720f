package dev.capstan.trading.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.StrategyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/reference/strategies.md names every kind with its parameters as they are. */
class StrategiesPageTest {

    @Test
    void listsEveryKindWithItsParameters() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/reference/strategies.md"));
        for (StrategyKind kind : BuiltInStrategies.kinds().all()) {
            assertThat(lines).contains("## `" + kind.name() + "`: " + kind.title(), kind.description());
            assertThat(lines)
                    .containsAll(kind.parameters().stream()
                            .map(StrategiesPageTest::row)
                            .toList());
        }
    }

    private static String row(ParameterSpec spec) {
        return "| `" + spec.name() + "` | " + (spec.whole() ? "whole" : "decimal") + " | " + spec.defaultValue() + " | "
                + spec.minimum() + " to " + spec.maximum() + " | " + spec.description() + " |";
    }
}
