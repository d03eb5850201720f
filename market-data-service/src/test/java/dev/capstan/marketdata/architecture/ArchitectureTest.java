package dev.capstan.marketdata.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.capstan.kit.architecture.ServiceRules;
import org.junit.jupiter.api.Test;

/** Each rule is also shown a class that breaks it: a rule nobody has seen fail proves nothing. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.marketdata");

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("dev.capstan.marketdata.architecture.wrong");

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.capstan.marketdata.(**)").should().beFreeOfCycles();

    private static final ArchRule PROTOCOL_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("..binance..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "tools.jackson..",
                    "dev.capstan.contracts..",
                    "dev.capstan.marketdata.instrument",
                    "..binance..")
            .because("the venue's protocol knows neither Kafka nor the database nor the feed");

    @Test
    void featuresFormNoCycle() {
        NO_CYCLES.check(SERVICE);
        fails(NO_CYCLES);
    }

    @Test
    void theProtocolStandsAlone() {
        PROTOCOL_STANDS_ALONE.check(SERVICE);
        fails(PROTOCOL_STANDS_ALONE);
    }

    /** The rule itself is seen to fail where it stands, in the kit. */
    @Test
    void operationsSayWhoMay() {
        ServiceRules.OPERATIONS_SAY_WHO_MAY.check(SERVICE);
    }

    private static void fails(ArchRule rule) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(WRONG));
    }
}
