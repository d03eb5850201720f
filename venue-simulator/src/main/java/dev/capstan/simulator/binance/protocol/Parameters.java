package dev.capstan.simulator.binance.protocol;

import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client sent, by name, read with the venue's complaints. */
public final class Parameters {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CLIENT_ID = Pattern.compile("[a-zA-Z0-9-_.:/]{1,36}");

    private final Map<String, String> values;

    public Parameters(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Everything sent, in the order it came. */
    public Map<String, String> all() {
        return values;
    }

    /** The value of {@code name}; an empty one counts as not sent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    public String mandatory(String name) {
        return text(name).orElseThrow(() -> ParameterErrors.missing(name));
    }

    public Optional<Long> whole(String name) {
        return text(name).map(value -> {
            if (!WHOLE.matcher(value).matches()) {
                throw ParameterErrors.illegal(name, "^[0-9]{1,20}$");
            }
            return Long.parseLong(value);
        });
    }

    /** A number of rows to answer with; more than {@code most} is {@code most}. */
    public int limit(int usual, int most) {
        long limit = whole("limit").orElse((long) usual);
        if (limit < 1) {
            throw ParameterErrors.invalid("limit");
        }
        return (int) Math.min(limit, most);
    }

    /** A decimal in hundred-millionths. */
    public long decimal(String name) {
        BigDecimal value = Decimal8.plain(mandatory(name))
                .orElseThrow(() -> ParameterErrors.illegal(name, "^([0-9]{1,20})(\\.[0-9]{1,20})?$"));
        if (!Decimal8.fits(value)) {
            throw ParameterErrors.tooPrecise(name);
        }
        return Decimal8.of(value);
    }

    /** A client's own id of an order or a cancel. */
    public Optional<String> clientId(String name) {
        return text(name).map(value -> {
            if (!CLIENT_ID.matcher(value).matches()) {
                throw ParameterErrors.illegal(name, "^[a-zA-Z0-9-_.:/]{1,36}$");
            }
            return value;
        });
    }
}
