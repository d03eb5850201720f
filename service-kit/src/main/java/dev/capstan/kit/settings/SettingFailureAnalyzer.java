package dev.capstan.kit.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names the property, its value unless secret, what was expected, and the environment variable that sets it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final Pattern SECRET = Pattern.compile("password|secret|key|token(?!-uri)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:.*)?}");

    private final Environment environment;

    SettingFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return new FailureAnalysis(describe(cause), null, rootFailure);
    }

    private String describe(BindException failure) {
        if (failure.getCause() instanceof BindValidationException invalid) {
            String prefix = invalid.getValidationErrors().getName().toString();
            return invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> describe(prefix, error))
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
        Object value =
                failure.getProperty() == null ? null : failure.getProperty().getValue();
        return line(failure.getName().toString(), value, expected(failure));
    }

    private String describe(String prefix, ObjectError error) {
        if (error instanceof FieldError field) {
            return line(
                    prefix + "." + kebab(field.getField()),
                    field.getRejectedValue(),
                    String.valueOf(error.getDefaultMessage()));
        }
        return prefix + ": " + error.getDefaultMessage();
    }

    String line(String property, @Nullable Object value, String expected) {
        return property + shown(property, value) + ": " + expected + variable(property);
    }

    private String shown(String property, @Nullable Object value) {
        String text = value == null ? "" : environment.resolvePlaceholders(value.toString());
        if (text.isEmpty()) {
            return " is not set";
        }
        return SECRET.matcher(property).find() ? " = '******'" : " = '" + text + "'";
    }

    /** Read from the raw default {@code ${VARIABLE:}}, so that the name can never differ from the one really read. */
    private String variable(String property) {
        PropertySource<?> defaults = environment instanceof ConfigurableEnvironment configurable
                ? configurable.getPropertySources().get("defaultProperties")
                : null;
        Object raw = defaults == null ? null : defaults.getProperty(property);
        Matcher matcher = VARIABLE.matcher(String.valueOf(raw));
        return matcher.matches() ? " (environment " + matcher.group(1) + ")" : "";
    }

    private static String expected(BindException failure) {
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return "expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Duration.class) {
            return "expected a duration, e.g. 500ms or 10s";
        }
        if (type == DataSize.class) {
            return "expected a size, e.g. 64KB";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "expected true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "expected a number";
        }
        return "expected a " + type.getSimpleName() + ", " + rootMessage(failure);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
