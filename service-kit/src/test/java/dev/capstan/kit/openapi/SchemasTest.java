package dev.capstan.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Side;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {

    record Page<T>(List<T> items, @Nullable String nextCursor) {}

    record Inner(Price price, @Nullable Side side) {}

    record Outer(
            @JsonUnwrapped Inner inner,
            @JsonProperty("is_stale") boolean stale,
            @Nullable @Size(max = 8) String label,
            Map<String, Instant> times,
            @Nullable Outer parent) {}

    private final Schemas schemas = new Schemas("sample");

    @Test
    void referToContractValuesWithTheirForm() {
        assertThat(schema(InstrumentId.class)).isEqualTo(json("{'$ref':'#/components/schemas/InstrumentId'}"));
        assertThat(component("InstrumentId").path("pattern").asString()).contains("[A-Z0-9_-]");
        assertThat(schema(Side.class)).isEqualTo(json("{'$ref':'#/components/schemas/Side'}"));
        assertThat(component("Side")).isEqualTo(json("{'type':'string','enum':['BUY','SELL']}"));
    }

    @Test
    void describeARecordAsItIsWritten() {
        schema(Outer.class);
        JsonNode outer = component("Outer");
        assertThat(outer.path("required")).isEqualTo(json("['price','is_stale','times']"));
        JsonNode properties = outer.path("properties");
        assertThat(properties.propertyNames()).containsExactly("price", "side", "is_stale", "label", "times", "parent");
        assertThat(properties.path("label")).isEqualTo(json("{'type':['string','null'],'maxLength':8}"));
        assertThat(properties.path("side").path("anyOf").size()).isEqualTo(2);
        assertThat(properties.path("parent").at("/anyOf/0/$ref").asString()).isEqualTo("#/components/schemas/Outer");
        assertThat(properties.at("/times/additionalProperties/format").asString())
                .isEqualTo("date-time");
    }

    @Test
    void resolveWhatAGenericRecordHolds() {
        schemas.of(ResolvableType.forClassWithGenerics(Page.class, Inner.class), false);
        assertThat(component("PageOfInner").at("/properties/items/items/$ref").asString())
                .isEqualTo("#/components/schemas/Inner");
    }

    @Test
    void closeWhatIsReadFromARequest() {
        schemas.of(ResolvableType.forClass(Inner.class), true);
        assertThat(component("Inner").path("additionalProperties")).isEqualTo(json("false"));
    }

    private ObjectNode schema(Class<?> type) {
        return schemas.of(ResolvableType.forClass(type), false);
    }

    /** These records stand in the kit's package, so they bear no service's name. */
    private JsonNode component(String name) {
        return Objects.requireNonNull(schemas.components().get(name), name);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
