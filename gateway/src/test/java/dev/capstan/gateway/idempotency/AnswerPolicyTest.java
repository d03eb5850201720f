package dev.capstan.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.forwarding.Body;
import dev.capstan.gateway.forwarding.UpstreamAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class AnswerPolicyTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 400, 404, 405, 409, 413, 415, 422})
    void keepsWhatIsSaidAboutTheRequest(int status) {
        assertThat(AnswerPolicy.isFinal(answer(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 408, 425, 429, 500, 502, 503, 504})
    void forgetsWhatIsSaidAboutTheMoment(int status) {
        assertThat(AnswerPolicy.isFinal(answer(status))).isFalse();
    }

    @Test
    void forgetsAnAnswerThatSaysWhenToComeBack() {
        UpstreamAnswer conflict = answer(409);
        conflict.headers().set(HttpHeaders.RETRY_AFTER, "1");
        assertThat(AnswerPolicy.isFinal(conflict)).isFalse();
    }

    @Test
    void forgetsAnAnswerTooLargeToKeep() {
        assertThat(AnswerPolicy.isFinal(new UpstreamAnswer(200, new HttpHeaders(), Body.of(new byte[256 * 1024 + 1]))))
                .isFalse();
    }

    @Test
    void keepsTheHeadersThatDescribeTheBody() {
        UpstreamAnswer created = answer(201);
        created.headers().set(HttpHeaders.LOCATION, "/api/orders/1");
        created.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        assertThat(StoredAnswer.of(created))
                .isEqualTo(new StoredAnswer(201, "application/json", "/api/orders/1", null, Body.EMPTY));
    }

    private static UpstreamAnswer answer(int status) {
        return new UpstreamAnswer(status, new HttpHeaders(), Body.EMPTY);
    }
}
