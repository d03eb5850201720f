package dev.capstan.kit.json;

import dev.capstan.contracts.TextValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A contract value's own {@code parse(String)}, found once per type. */
final class TextValueType {

    private final Method parse;

    private TextValueType(Method parse) {
        this.parse = parse;
    }

    static boolean covers(Class<?> type) {
        return TextValue.class.isAssignableFrom(type) && type != TextValue.class;
    }

    static TextValueType of(Class<?> type) {
        try {
            return new TextValueType(type.getMethod("parse", String.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " is a TextValue without a static parse(String)", e);
        }
    }

    /** Throws the {@link IllegalArgumentException} of the type itself, which says what was expected. */
    Object parse(String text) {
        try {
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("parse failed for " + parse.getDeclaringClass(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
