package dev.capstan.execution.venue.adapter.binance.http;

import java.net.http.HttpHeaders;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Numbers in headers. One that cannot be read is one that was not sent: no answer is lost over it. */
final class Headers {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private Headers() {}

    static OptionalInt wholeNumber(HttpHeaders headers, String name) {
        return headers.allValues(name).stream()
                .filter(value -> WHOLE_NUMBER.matcher(value).matches())
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
