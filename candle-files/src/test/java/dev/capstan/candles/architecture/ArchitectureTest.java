package dev.capstan.candles.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.candles");

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("dev.capstan.candles.architecture.wrong");

    private static final ArchRule PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.io..",
                    "java.math..",
                    "java.nio..",
                    "java.security..",
                    "java.time..",
                    "java.util",
                    "java.util.function..",
                    "java.util.regex..",
                    "java.util.stream..",
                    "java.util.zip..",
                    "org.jspecify..",
                    "dev.capstan.candles..",
                    "dev.capstan.contracts..",
                    "dev.capstan.trading..");

    @Test
    void itIsPlainJavaThatReadsAndWritesFiles() {
        PLAIN_JAVA.check(MODULE);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> PLAIN_JAVA.check(WRONG));
    }
}
