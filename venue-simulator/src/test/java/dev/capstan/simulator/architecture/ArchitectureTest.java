package dev.capstan.simulator.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.simulator");

    private static final ArchRule CORE_KNOWS_NO_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage("..simulator.market..", "..simulator.exchange..", "..binance.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "org.springframework..");

    private static final ArchRule MARKET_AND_EXCHANGE_KNOW_NO_PROTOCOL = noClasses()
            .that()
            .resideInAnyPackage("..simulator.market..", "..simulator.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..simulator.binance..", "tools.jackson..", "..simulator.control..");

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.capstan.simulator.(**)").should().beFreeOfCycles();

    @Test
    void holds() {
        CORE_KNOWS_NO_TRANSPORT.check(SIMULATOR);
        MARKET_AND_EXCHANGE_KNOW_NO_PROTOCOL.check(SIMULATOR);
        NO_CYCLES.check(SIMULATOR);
    }

    @Test
    void wouldNoticeAViolation() {
        JavaClasses wrong =
                new ClassFileImporter().importClasses(dev.capstan.simulator.exchange.WronglyPlacedSession.class);
        assertThatThrownBy(() -> CORE_KNOWS_NO_TRANSPORT.check(wrong)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> MARKET_AND_EXCHANGE_KNOW_NO_PROTOCOL.check(wrong))
                .isInstanceOf(AssertionError.class);
    }
}
