package dev.capstan.kit.problem;

import dev.capstan.kit.json.InstantText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/** Instants as query parameters, read as in a body: a number is refused, because it would leave the unit open. */
final class InstantParameters implements Converter<String, @Nullable Instant> {

    /** A parameter without a text counts as none. */
    @Override
    public @Nullable Instant convert(String text) {
        return text.isBlank() ? null : InstantText.parse(text);
    }
}
