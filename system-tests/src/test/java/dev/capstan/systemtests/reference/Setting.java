package dev.capstan.systemtests.reference;

/**
 * One line of the settings page.
 *
 * @param variable environment variable that sets it
 * @param value what it is when nobody says otherwise; empty when there is none
 */
record Setting(String name, String variable, String type, String value, String meaning) {

    String row() {
        return "| `%s` | %s | %s | %s | %s |".formatted(name, code(variable), type, code(value), cell(meaning));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }
}
