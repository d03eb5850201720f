package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.execution.venue.adapter.binance.http.Reply.VenueError;
import dev.capstan.execution.venue.adapter.binance.http.SubmitErrors.Proof;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | -1013 | Filter failure: LOT_SIZE | REJECTED
            400 | -1100 | Illegal characters found in a parameter. | REJECTED
            400 | -1102 | Mandatory parameter was not sent. | REJECTED
            400 | -1111 | Parameter has too much precision. | REJECTED
            400 | -1121 | Invalid symbol. | REJECTED
            400 | -1130 | Data sent for parameter is not valid. | REJECTED
            400 | -2010 | Account has insufficient balance for requested action. | REJECTED
            400 | -2010 | Market is closed. | REJECTED
            400 | -1022 | Signature for this request is not valid. | REJECTED
            401 | -2014 | API-key format invalid. | REJECTED
            401 | -2015 | Invalid API-key, IP, or permissions for action. | REJECTED
            400 | -1021 | Timestamp for this request is outside of the recvWindow. | NOT_EXECUTED
            400 | -1015 | Too many new orders. | NOT_EXECUTED
            400 | -1003 | Too much request weight used. | NOT_EXECUTED
            429 | -1003 | Too many requests. | NOT_EXECUTED
            429 | 0     | no body at all | NOT_EXECUTED
            418 | -1003 | Way too much request weight used; IP banned. | NOT_EXECUTED
            400 | -2010 | Duplicate order sent. | NONE
            400 | -1000 | An unknown error occurred. | NONE
            400 | -1001 | Internal error; unable to process your request. | NONE
            400 | -1006 | An unexpected response was received. | NONE
            400 | -1007 | Timeout waiting for response from backend server. | NONE
            400 | -1008 | Server is currently overloaded. | NONE
            400 | -2011 | Unknown order sent. | NONE
            400 | -2013 | Order does not exist. | NONE
            400 | -1131 | recvWindow must be less than 60000 | NONE
            400 | -1099 | Not found, authenticated, or authorized. | NONE
            400 | -9999 | A code that did not exist when this was written. | NONE
            400 | 0     | HTTP 400 without an error code | NONE
            403 | 0     | a firewall's page | NONE
            404 | 0     | a page | NONE
            409 | -2021 | Order cancel-replace partially failed. | NONE
            """)
    void provesWhatTheTableSays(int status, int code, String text, Proof proof) {
        assertThat(SubmitErrors.proofOf(status, new VenueError(code, text))).isEqualTo(proof);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504, 520, 599})
    void provesNothingByAServerErrorWhateverItsCode(int status) {
        IntStream.of(-1013, -1021, -2010, -1003, -1015, -2015, -1111)
                .forEach(code -> assertThat(SubmitErrors.proofOf(status, new VenueError(code, "Filter failure")))
                        .isEqualTo(Proof.NONE));
    }

    @Test
    void provesNothingByAnErrorCodeUnderAGoodStatus() {
        assertThat(SubmitErrors.proofOf(200, new VenueError(-1013, "Filter failure")))
                .isEqualTo(Proof.NONE);
    }

    /** Whoever adds a code to the table has to say so here. */
    @Test
    void knowsExactlyTheseCodes() {
        assertThat(IntStream.rangeClosed(-9999, 0)
                        .filter(code -> SubmitErrors.proofOf(400, new VenueError(code, "text")) != Proof.NONE)
                        .filter(code -> code > -1100 || code < -1130)
                        .boxed())
                .containsExactlyInAnyOrder(-1003, -1013, -1015, -1021, -1022, -2010, -2014, -2015);
    }
}
