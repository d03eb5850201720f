package dev.capstan.kit.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record as a JSON object: what is not {@code @Nullable} must be there, as the reader of our dialect demands. */
final class RecordShape {

    private final Schemas schemas;
    private final boolean input;

    RecordShape(Schemas schemas, boolean input) {
        this.schemas = schemas;
        this.input = input;
    }

    void describe(ObjectNode schema, ResolvableType type) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        addComponents(type, properties, required);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (input) {
            schema.put("additionalProperties", false);
        }
    }

    private void addComponents(ResolvableType type, ObjectNode properties, ArrayNode required) {
        for (RecordComponent component : type.resolve(Record.class).getRecordComponents()) {
            ResolvableType componentType = ResolvableType.forType(component.getGenericType(), type);
            if (annotation(component, JsonUnwrapped.class) != null) {
                addComponents(componentType, properties, required);
            } else {
                add(component, componentType, properties, required);
            }
        }
    }

    private void add(RecordComponent component, ResolvableType type, ObjectNode properties, ArrayNode required) {
        String name = nameOf(component);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        ObjectNode schema = Schemas.bounded(value(component, type), new Constraints.Annotations() {
            @Override
            public <A extends Annotation> @Nullable A find(Class<A> wanted) {
                return annotation(component, wanted);
            }
        });
        properties.set(name, nullable ? Schemas.nullable(schema) : schema);
        if (!nullable) {
            required.add(name);
        }
    }

    private ObjectNode value(RecordComponent component, ResolvableType type) {
        boolean raw = annotation(component, JsonRawValue.class) != null;
        return raw ? JsonNodeFactory.instance.objectNode() : schemas.of(type, input);
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = annotation(component, JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    /** An annotation of a component is kept where its own targets allow: on the component, on the accessor, or on the type. */
    private static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> type) {
        A onComponent = component.getAnnotation(type);
        if (onComponent != null) {
            return onComponent;
        }
        A onAccessor = component.getAccessor().getAnnotation(type);
        return onAccessor != null ? onAccessor : component.getAnnotatedType().getAnnotation(type);
    }
}
