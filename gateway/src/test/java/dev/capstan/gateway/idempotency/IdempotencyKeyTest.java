package dev.capstan.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void readsQuotedAndBareAsTheSameKey() {
        assertThat(read("\"order-1\"")).isEqualTo(read("order-1"));
        assertThat(read("  order-1 ")).isEqualTo(read("order-1"));
    }

    @Test
    void undoesTheEscapesOfAQuotedKey() {
        assertThat(read("\"a\\\"b\\\\c\"").text()).isEqualTo("a\"b\\c");
    }

    @Test
    void sendsOnAFormThatReadsAsTheSameKey() {
        for (String sent : List.of("abc", "a\"b", "\"\\\"b\\\\\"", "\\")) {
            assertThat(read(read(sent).headerValue())).isEqualTo(read(sent));
        }
    }

    @Test
    void takesTheLongestKeyAndNoLonger() {
        assertThat(read("k".repeat(255)).text()).hasSize(255);
        assertRefused(ProblemCode.IDEMPOTENCY_KEY_INVALID, "k".repeat(256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two words", "\"two words\"", "\"", "\"\"", "\"open", "\"a\"b", "\"a\";p=1", "naïve", "\u0001"})
    void refusesWhatIsNotAKey(String sent) {
        assertRefused(ProblemCode.IDEMPOTENCY_KEY_INVALID, sent);
    }

    @Test
    void refusesTwoKeys() {
        assertRefused(ProblemCode.IDEMPOTENCY_KEY_INVALID, "one", "two");
    }

    @Test
    void missesAKeyThatIsAbsentOrBlank() {
        assertRefused(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        assertRefused(ProblemCode.IDEMPOTENCY_KEY_MISSING, "  ");
    }

    private static IdempotencyKey read(String line) {
        return IdempotencyKey.fromHeader(List.of(line));
    }

    private static void assertRefused(ProblemCode code, String... lines) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IdempotencyKey.fromHeader(List.of(lines)))
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }
}
