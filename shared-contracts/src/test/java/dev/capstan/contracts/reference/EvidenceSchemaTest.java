package dev.capstan.contracts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.backtest.Evidence;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The evidence document has a schema that only grows, and a page with all its fields. */
class EvidenceSchemaTest {

    private static final String NAME = "backtest.evidence.v1";
    private static final String FILE = "shared-contracts/src/main/resources/schemas/" + NAME + ".json";

    @Test
    void schemaFollowsFromTheRecordAndOnlyGrows() throws IOException {
        String schema = RecordSchema.of(NAME, Evidence.class);
        if (GeneratedFile.exists(FILE)) {
            assertThat(EventSchemasTest.removedFrom(GeneratedFile.read(FILE), schema))
                    .as("readers may rely on these")
                    .isEmpty();
        }
        GeneratedFile.check(FILE, schema);
    }

    @Test
    void thePageHasEveryField() throws IOException {
        String page = GeneratedFile.read("docs/reference/evidence.md");
        List<String> fields = fields(Evidence.class).toList();
        assertThat(fields).hasSizeGreaterThan(60).contains("realizedPnl", "fingerprint", "hash");
        assertThat(fields).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    private static Stream<String> fields(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .flatMap(component -> Stream.concat(Stream.of(component.getName()), nested(component)));
    }

    private static Stream<String> nested(RecordComponent component) {
        Type type = component.getGenericType();
        Type inner = type instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : type;
        boolean isRecord = inner instanceof Class<?> raw && raw.isRecord() && !TextValue.class.isAssignableFrom(raw);
        return isRecord ? fields((Class<?>) inner) : Stream.of();
    }
}
