package dev.capstan.launcher.backtest;

/** Words as they are typed. */
final class Words {

    private Words() {}

    /** Whether {@code text} is {@code yes}; anything but that and {@code no} is refused. */
    static boolean choice(String option, String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw InputException.of(option, "expected " + no + " or " + yes + ", got: " + text);
        }
        return text.equals(yes);
    }
}
