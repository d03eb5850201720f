package dev.capstan.kit.json;

/** Text that a database can keep: PostgreSQL knows no U+0000. */
public final class Storable {

    /** What to tell who sent something else. */
    public static final String EXPECTED = "expected a text without the character U+0000";

    private Storable() {}

    public static boolean isNot(String text) {
        return text.indexOf('\0') >= 0;
    }
}
