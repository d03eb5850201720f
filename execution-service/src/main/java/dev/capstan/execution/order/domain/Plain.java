package dev.capstan.execution.order.domain;

import java.math.BigDecimal;

/** One spelling for one number: what a caller sent and what a column padded come out alike, so that repeated answers are equal. */
public final class Plain {

    private Plain() {}

    /** Equal value without trailing zeros or exponent. */
    public static BigDecimal of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
