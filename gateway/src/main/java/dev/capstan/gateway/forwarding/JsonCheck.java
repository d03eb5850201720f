package dev.capstan.gateway.forwarding;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Whether bytes are one well-formed JSON value of sane depth. What it means is not looked at. */
final class JsonCheck {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonCheck() {}

    /** @throws ProblemException 400 saying where it breaks */
    static void requireWellFormed(Body body) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), decoded(body))) {
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += startsAtRoot(parser, token) ? 1 : 0;
            }
            if (values != 1) {
                throw malformed("Expected one JSON value.");
            }
        } catch (CharacterCodingException _) {
            throw malformed("The body is not UTF-8.");
        } catch (StreamConstraintsException _) {
            throw malformed("The body is nested deeper than " + DEEPEST + " or has a number longer than "
                    + LONGEST_NUMBER + " digits.");
        } catch (JacksonException e) {
            throw malformed("The body is not JSON, " + position(e.getLocation()) + ".");
        }
    }

    /** Strict, and before the parser: left alone it would guess UTF-16 or UTF-32 from the first bytes. */
    private static char[] decoded(Body body) throws CharacterCodingException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.bytes()));
        char[] exact = new char[text.remaining()];
        text.get(exact);
        return exact;
    }

    private static boolean startsAtRoot(JsonParser parser, JsonToken token) {
        return token.isScalarValue()
                ? parser.streamReadContext().inRoot()
                : token.isStructStart()
                        && parser.streamReadContext().getParent().inRoot();
    }

    private static String position(@Nullable TokenStreamLocation at) {
        return at == null ? "somewhere" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemCode.REQUEST_MALFORMED, detail);
    }
}
