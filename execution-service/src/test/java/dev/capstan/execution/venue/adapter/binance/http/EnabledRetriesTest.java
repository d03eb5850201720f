package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnabledRetriesTest {

    /** An operator may have set it for another reason; no order is written a second time for it. */
    @Test
    void writesAnOrderOnceEvenWhereTheClientMayRepeatEveryMethod() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.httpclient.enableAllMethodRetry=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SubmitTwice.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).contains("OutcomeUnknown 2");
    }
}
