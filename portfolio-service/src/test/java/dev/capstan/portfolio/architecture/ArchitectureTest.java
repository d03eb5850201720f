package dev.capstan.portfolio.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String FEATURES = "dev.capstan.portfolio.(*)..";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.portfolio");

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("dev.capstan.portfolio.architecture.wrong");

    private static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "dev.capstan.contracts..",
                    "dev.capstan.trading..",
                    "..portfolio..domain..")
            .as("domain is plain Java");

    private static final ArchRule DOMAIN_KNOWS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..application..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .as("rules are told the time and their ids");

    private static final ArchRule APPLICATION_USES_DOMAIN = classes()
            .that()
            .resideInAPackage("..application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "dev.capstan.contracts..",
                    "dev.capstan.trading..",
                    "dev.capstan.kit.jdbc",
                    "..portfolio..domain..",
                    "..portfolio..application..")
            .as("use cases know ports, not technology");

    private static final ArchRule ADAPTERS_STAND_APART =
            slices().matching("..adapter.(*)..").should().notDependOnEachOther().as("an adapter uses no other adapter");

    private static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching(FEATURES).should().beFreeOfCycles();

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(SERVICE);
    }

    @Test
    void failsForADomainThatLogs() {
        fails(DOMAIN_IS_PLAIN_JAVA, "LoggingRule");
    }

    @Test
    void failsForADomainThatLooksAtTheClock() {
        fails(DOMAIN_KNOWS_NO_CLOCK, "ImpatientRule");
    }

    @Test
    void failsForAUseCaseThatWritesSql() {
        fails(APPLICATION_USES_DOMAIN, "QueryingUseCase");
    }

    @Test
    void failsForAnAdapterThatUsesAnother() {
        fails(ADAPTERS_STAND_APART, "JdbcSender");
    }

    static java.util.stream.Stream<ArchRule> rules() {
        return java.util.stream.Stream.of(
                DOMAIN_IS_PLAIN_JAVA,
                DOMAIN_KNOWS_NO_CLOCK,
                APPLICATION_USES_DOMAIN,
                ADAPTERS_STAND_APART,
                FEATURES_FORM_NO_CYCLE);
    }

    private static void fails(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }
}
