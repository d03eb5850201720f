package dev.capstan.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.capstan.contracts.TextValue;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueFormTest {

    static Stream<Class<?>> contractValues() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.capstan.contracts").stream()
                        .filter(type -> type.isAssignableTo(TextValue.class) && !type.isInterface())
                        .map(type -> type.reflect());
    }

    @ParameterizedTest
    @MethodSource("contractValues")
    void hasAnExampleThatTheTypeReadsAndThePatternMatches(Class<?> type) throws ReflectiveOperationException {
        ValueForm form = Objects.requireNonNull(ValueForm.of(type), "a form of " + type.getSimpleName());
        Object read = type.getMethod("parse", String.class).invoke(null, form.example());
        assertThat(((TextValue) read).text()).isEqualTo(form.example()).matches(form.pattern());
    }
}
