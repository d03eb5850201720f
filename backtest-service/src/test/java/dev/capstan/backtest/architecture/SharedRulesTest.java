package dev.capstan.backtest.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.capstan.kit.architecture.ServiceRules;

/** The rules of every service. */
@AnalyzeClasses(packages = "dev.capstan.backtest", importOptions = ImportOption.DoNotIncludeTests.class)
class SharedRulesTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ServiceRules.class);
}
