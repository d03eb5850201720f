package dev.capstan.systemtests.fuzz;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One way to break a call that is good.
 *
 * @param what is broken, for people
 * @param field that a refusal of the request's content must name; null where what is wrong is no field
 * @param aimsAtHandler whether the call should get as far as the operation, and not be stopped before
 * @param change makes the broken call of the good one
 */
record FuzzCase(
        Kind kind,
        String what,
        @Nullable String field,
        Expected expected,
        boolean aimsAtHandler,
        UnaryOperator<Call> change) {

    private static final int LONGEST = 160;

    FuzzCase {
        what = what.length() > LONGEST
                ? what.substring(0, LONGEST) + "... (" + what.length() + ", " + what.hashCode() + ")"
                : what;
    }

    /** Must be refused by the operation, with the field's name. */
    static FuzzCase ofField(Kind kind, String what, String field, UnaryOperator<Call> change) {
        return new FuzzCase(kind, what, field, Expected.REFUSED, true, change);
    }

    /** The operation may take it. */
    static FuzzCase unusual(Kind kind, String what, @Nullable String field, UnaryOperator<Call> change) {
        return new FuzzCase(kind, what, field, Expected.EITHER, true, change);
    }

    /** Must be refused before it gets to the operation. */
    static FuzzCase stopped(Kind kind, String what, UnaryOperator<Call> change) {
        return new FuzzCase(kind, what, null, Expected.REFUSED, false, change);
    }

    static FuzzCase valid() {
        return new FuzzCase(Kind.VALID, "nothing", null, Expected.ACCEPTED, true, UnaryOperator.identity());
    }

    @Override
    public String toString() {
        return kind + ", " + what;
    }
}
