package dev.capstan.gateway.forwarding;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1,2]", "\"text\"", "17", "null", " {\"a\":{\"b\":[true,\"ü\"]}} "})
    void passesOneJsonValue(String text) {
        assertThatNoException().isThrownBy(() -> check(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}{}", "{} 1", "1 2", "{'a':1}", "{\"a\":1,}", "NaN", "// no", " ", "\u0000"})
    void refusesAnythingElse(String text) {
        assertMalformed(text.getBytes(UTF_8));
    }

    @Test
    void refusesDepthWithoutRunningOutOfStack() {
        assertThatNoException().isThrownBy(() -> check(("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8)));
        assertMalformed(("[".repeat(33) + "]".repeat(33)).getBytes(UTF_8));
        assertMalformed("[".repeat(60_000).getBytes(UTF_8));
    }

    @Test
    void refusesANumberThatTakesLongToRead() {
        assertMalformed("9".repeat(10_000).getBytes(UTF_8));
    }

    @Test
    void refusesOtherEncodings() {
        assertMalformed("{}".getBytes(UTF_16LE));
        assertMalformed(new byte[] {'"', (byte) 0xc3, '"'});
    }

    private static void check(byte[] bytes) {
        JsonCheck.requireWellFormed(Body.of(bytes));
    }

    private static void assertMalformed(byte[] bytes) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check(bytes))
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.REQUEST_MALFORMED);
    }
}
