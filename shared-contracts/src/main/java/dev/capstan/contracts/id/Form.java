package dev.capstan.contracts.id;

/**
 * How long an id is and which ASCII characters it is made of. Ids are checked with every row and every message that is read, so this is a
 * loop over a table and not a regular expression.
 */
final class Form {

    private static final int ASCII = 128;

    private final int shortest;
    private final int longest;
    private final boolean[] first;
    private final boolean[] others;

    private Form(int shortest, int longest, boolean[] first, boolean[] others) {
        this.shortest = shortest;
        this.longest = longest;
        this.first = first;
        this.others = others;
    }

    /**
     * A form whose characters may stand anywhere.
     *
     * @param ranges first and last character of each, one after the other: {@code AZ09}
     */
    static Form of(int shortest, int longest, String ranges) {
        return of(shortest, longest, ranges, ranges);
    }

    /** As {@link #of(int, int, String)}, with ranges of its own for the first character. */
    static Form of(int shortest, int longest, String first, String others) {
        return new Form(shortest, longest, table(first), table(others));
    }

    boolean matches(String text) {
        int length = text.length();
        if (length < shortest || length > longest || !has(first, text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!has(others, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(boolean[] table, char character) {
        return character < ASCII && table[character];
    }

    private static boolean[] table(String ranges) {
        boolean[] table = new boolean[ASCII];
        for (int i = 0; i < ranges.length(); i += 2) {
            for (char character = ranges.charAt(i); character <= ranges.charAt(i + 1); character++) {
                table[character] = true;
            }
        }
        return table;
    }
}
