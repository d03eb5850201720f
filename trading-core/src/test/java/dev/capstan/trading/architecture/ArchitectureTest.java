package dev.capstan.trading.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of trading are plain Java that gives the same answer whenever and wherever it is asked. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.capstan.trading");

    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("dev.capstan.trading.architecture.wrong");

    private static final Set<String> CHANCE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "java.util.random.RandomGeneratorFactory");

    /** What {@link Math} promises only to within a unit in the last place, so that machines may differ. */
    private static final Set<String> NEARLY = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot", "random");

    private static final ArchRule PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio",
                    "java.security",
                    "java.time",
                    "java.time.temporal",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations",
                    "dev.capstan.contracts..",
                    "dev.capstan.trading..");

    private static final ArchRule SAME_EVERYWHERE = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                    "depends on the moment, on chance or on the machine", access -> depends(access.getTarget())));

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.capstan.trading.(**)").should().beFreeOfCycles();

    private static boolean depends(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return CHANCE.contains(owner)
                || (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.System") && !name.equals("arraycopy"))
                || (owner.equals("java.lang.Math") && NEARLY.contains(name));
    }

    @Test
    void itIsPlainJava() {
        holds(PLAIN_JAVA);
    }

    @Test
    void itIsTheSameEverywhere() {
        holds(SAME_EVERYWHERE);
    }

    @Test
    void packagesDoNotNeedEachOther() {
        holds(NO_CYCLES);
    }

    /** Also that the rule can fail. */
    private static void holds(ArchRule rule) {
        rule.check(MODULE);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(WRONG));
    }
}
