package dev.capstan.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Money;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form is a regular expression, as it is documented; only the check is faster. */
class FormsTest {

    private static final long SEED = 20_261_120;
    private static final int TRIES = 20_000;

    /** Characters at and around the edges of every range, and look-alikes of other scripts. */
    private static final String LIKELY =
            "AMZ@[amz`{059/:;-_.,!~ \u007f\n\r\u0000\u00c4\u0130\uff10\uff21\u0660\ud83d\ude00";

    record Documented(String name, String regex, Function<String, Object> parse) {

        /** A number that is too large or too fine is spelled well. */
        boolean accepts(String text) {
            try {
                return parse.apply(text) != null;
            } catch (IllegalArgumentException refused) {
                return String.valueOf(refused.getMessage()).contains("expected at most");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Documented> forms() {
        return List.of(
                new Documented("client order id", "[A-Za-z0-9\\-_.:/]{1,36}", ClientOrderId::parse),
                new Documented("venue order id", "[\\x21-\\x7e]{1,64}", VenueOrderId::parse),
                new Documented("trade id", "[\\x21-\\x7e]{1,64}", TradeId::parse),
                new Documented("asset", "[A-Z0-9]{1,20}", Asset::parse),
                new Documented("venue id", "[A-Z][A-Z0-9_]{1,23}", VenueId::parse),
                new Documented(
                        "symbol",
                        "[A-Z0-9][A-Z0-9_-]{0,39}",
                        symbol -> new InstrumentId(symbol, VenueId.parse("BINANCE"))),
                new Documented("decimal", "(?=.{1,60}\\z)(?!-[0.]+\\z)-?[0-9]+(\\.[0-9]+)?", Money::parse));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void acceptsEveryCharacterThatTheExpressionDoesAtEveryPlace(Documented form) {
        Pattern expression = Pattern.compile(form.regex());
        IntStream.concat(IntStream.range(0, 0x400), IntStream.rangeClosed(0xFF00, Character.MAX_VALUE))
                .mapToObj(character -> String.valueOf((char) character))
                .flatMap(text ->
                        Stream.of(text, text + "AA", "A" + text + "A", "AA" + text, "1" + text + "1", "-" + text))
                .forEach(text -> same(form, expression, text));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void acceptsWhatTheExpressionDoes(Documented form) {
        Pattern expression = Pattern.compile(form.regex());
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            same(form, expression, text(random));
        }
    }

    private static void same(Documented form, Pattern expression, String text) {
        if (form.accepts(text) != expression.matcher(text).matches()) {
            assertThat(form.accepts(text))
                    .as("%s of '%s', seed %s", form, text, SEED)
                    .isEqualTo(!form.accepts(text));
        }
    }

    /** Mostly of one kind, so that long ones are accepted too, with a stranger now and then. */
    private static String text(Random random) {
        String kind = List.of("0123456789", "01.-", "ABCXYZ019", "ABCXYZ019_-", "abcXYZ019-_.:/", LIKELY)
                .get(random.nextInt(6));
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(70); length > 0; length--) {
            String from = random.nextInt(40) == 0 ? LIKELY : kind;
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
