package dev.capstan.kit.openapi;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The bounds that are checked before a handler method is entered, in the words of JSON Schema. */
final class Constraints {

    /** Where a constraint is looked up. */
    @FunctionalInterface
    interface Annotations {

        <A extends Annotation> @Nullable A find(Class<A> type);
    }

    private Constraints() {}

    static void describe(ObjectNode schema, Annotations annotations) {
        Min min = annotations.find(Min.class);
        if (min != null) {
            schema.put("minimum", min.value());
        }
        Max max = annotations.find(Max.class);
        if (max != null) {
            schema.put("maximum", max.value());
        }
        Pattern pattern = annotations.find(Pattern.class);
        if (pattern != null) {
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
        Size size = annotations.find(Size.class);
        if (size != null) {
            describe(schema, size);
        }
    }

    private static void describe(ObjectNode schema, Size size) {
        boolean list = "array".equals(schema.path("type").asString(""));
        if (size.min() > 0) {
            schema.put(list ? "minItems" : "minLength", size.min());
        }
        if (size.max() < Integer.MAX_VALUE) {
            schema.put(list ? "maxItems" : "maxLength", size.max());
        }
    }
}
