package dev.capstan.risk;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.capstan.risk.architecture.application.ApplicationWithSql;
import dev.capstan.risk.architecture.domain.DomainWithSpring;
import org.junit.jupiter.api.Test;

/** The layers of STYLE, and for each rule a class that breaks it: a rule nobody has seen fail proves nothing. */
class ArchitectureTest {

    private static final ArchRule DOMAIN_IS_PLAIN = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "java.nio.charset..",
                    "java.security..",
                    "org.jspecify..",
                    "dev.capstan.contracts..",
                    "dev.capstan.trading..",
                    "dev.capstan.risk..domain..");

    private static final ArchRule APPLICATION_KNOWS_NO_TECHNOLOGY = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("..application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..adapter..",
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.kafka..",
                    "org.springframework.web..",
                    "org.apache.kafka..",
                    "tools.jackson..");

    private static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("dev.capstan.risk.(*)..").should().beFreeOfCycles();

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.capstan.risk");

    @Test
    void domainIsPlain() {
        DOMAIN_IS_PLAIN.check(service);
        assertThat(DOMAIN_IS_PLAIN.evaluate(only(DomainWithSpring.class)).hasViolation())
                .isTrue();
    }

    @Test
    void applicationKnowsNoTechnology() {
        APPLICATION_KNOWS_NO_TECHNOLOGY.check(service);
        assertThat(APPLICATION_KNOWS_NO_TECHNOLOGY
                        .evaluate(only(ApplicationWithSql.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void featuresHaveNoCycles() {
        FEATURES_HAVE_NO_CYCLES.check(service);
        JavaClasses cycle = only(DomainWithSpring.class, ApplicationWithSql.class);
        ArchRule rule = slices().matching("dev.capstan.risk.architecture.(*)..")
                .should()
                .beFreeOfCycles();
        assertThat(rule.evaluate(cycle).hasViolation()).isTrue();
    }

    private static JavaClasses only(Class<?>... classes) {
        return new ClassFileImporter().importClasses(classes);
    }
}
