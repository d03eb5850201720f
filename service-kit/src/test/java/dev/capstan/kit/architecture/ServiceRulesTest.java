package dev.capstan.kit.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceRulesTest {

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("dev.capstan.kit.architecture.wrong");

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.kit");

    @Test
    void eachRuleFailsForTheClassThatBreaksIt() {
        assertBroken(ServiceRules.DOMAIN_IS_PLAIN_JAVA, "LoggingRule");
        assertBroken(ServiceRules.DOMAIN_IS_TOLD_TIME_AND_CHANCE, "ImpatientRule");
        assertBroken(ServiceRules.DOMAIN_IS_TOLD_TIME_AND_CHANCE, "GamblingRule");
        assertBroken(ServiceRules.APPLICATION_KNOWS_PORTS, "QueryingUseCase");
        assertBroken(ServiceRules.ADAPTERS_STAND_APART, "BillController");
        assertBroken(ServiceRules.CONSTRUCTORS_INJECT, "BillController");
        assertBroken(ServiceRules.OPERATIONS_SAY_WHO_MAY, "BillController");
        assertBroken(ServiceRules.PACKAGES_TELL_THEIR_STORY, "Parcel");
        assertBroken(
                slices().matching("dev.capstan.kit.architecture.wrong.(*)..")
                        .should()
                        .beFreeOfCycles(),
                "Parcel");
    }

    private static void assertBroken(ArchRule rule, String culprit) {
        assertThat(rule.evaluate(WRONG).getFailureReport().toString()).contains(culprit);
    }

    static List<ArchRule> rulesOfTheKit() {
        return List.of(
                slices().matching("dev.capstan.kit.(**)").should().beFreeOfCycles(),
                ServiceRules.CONSTRUCTORS_INJECT,
                ServiceRules.OPERATIONS_SAY_WHO_MAY,
                ServiceRules.PACKAGES_TELL_THEIR_STORY);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheKit")
    void holdsForTheKitItself(ArchRule rule) {
        rule.check(KIT);
    }
}
