package dev.capstan.execution.venue.adapter.binance.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private final Subscription subscription = new Subscription();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"-1022, true", "-2014, true", "-2015, true", "-1003, false", "-1021, false", "-1008, false"})
    void onlySomeRefusalsAreForTheAccountsKeys(int code, boolean forItsKeys) {
        subscription.answeredBy(Fields.ofObject("""
                {"id":"subscribe","status":400,"error":{"code":%d,"msg":"no"}}""".formatted(code)));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> subscription.accepted().join())
                .havingCause()
                .isInstanceOfSatisfying(StreamRefusedException.class, refused -> {
                    assertThat(refused).hasMessage("no");
                    assertThat(refused.isForItsKeys()).isEqualTo(forItsKeys);
                });
    }

    @Test
    void anAnswerToSomethingElseIsNone() {
        assertThat(subscription.answeredBy(Fields.ofObject("{\"id\":\"other\",\"status\":200}")))
                .isFalse();
        assertThat(subscription.accepted()).isNotDone();
    }
}
