package dev.capstan.gateway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.gateway");

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("dev.capstan.gateway.architecture.wrong");

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.capstan.gateway.(**)").should().beFreeOfCycles();

    private static final ArchRule FORWARDING_HAS_NO_TABLE = noClasses()
            .that()
            .resideInAPackage("..forwarding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.springframework.dao..")
            .because("a read costs no database");

    @Test
    void featuresFormNoCycle() {
        NO_CYCLES.check(GATEWAY);
        fails(NO_CYCLES);
    }

    @Test
    void forwardingTouchesNoDatabase() {
        FORWARDING_HAS_NO_TABLE.check(GATEWAY);
        fails(FORWARDING_HAS_NO_TABLE);
    }

    /** The rule itself is seen to fail where it stands, in the kit. */
    @Test
    void operationsSayWhoMay() {
        ServiceRules.OPERATIONS_SAY_WHO_MAY.check(GATEWAY);
    }

    private static void fails(ArchRule rule) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(WRONG));
    }
}
