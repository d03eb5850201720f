package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/** Our key of an order at the venue (FIX 11): {@code c} and 26 base32 characters, valid at every venue. External orders keep the id
 * their venue shows, so the form is the widest any venue allows. */
public record ClientOrderId(String value) implements TextValue {

    private static final Form FORM = Form.of(1, 36, "AZaz09--__..:://");

    public ClientOrderId {
        if (!FORM.matches(value)) {
            throw new IllegalArgumentException(
                    "expected a client order id of 1 to 36 characters of A-Z a-z 0-9 - _ . : /, got: " + value);
        }
    }

    public static ClientOrderId parse(String text) {
        return new ClientOrderId(text);
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
