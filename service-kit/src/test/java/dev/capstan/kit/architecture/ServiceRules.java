package dev.capstan.kit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Open;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;

/** What may use what, as allow-lists. */
public final class ServiceRules {

    @ArchTest
    public static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.nio..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "dev.capstan.contracts..",
                    "dev.capstan.trading..",
                    "..domain..")
            .as("the domain is plain Java")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DOMAIN_IS_TOLD_TIME_AND_CHANCE = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .accessTargetWhere(asksClockOrChance())
            .as("the domain is told the time and its ids")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule APPLICATION_KNOWS_PORTS = classes()
            .that()
            .resideInAPackage("..application..")
            .should()
            .onlyDependOnClassesThat(isPortOrDomain())
            .as("use cases know ports, not technology")
            .allowEmptyShould(true);

    /** Wiring, which knows all adapters of its feature, is in {@code adapter.config}. */
    @ArchTest
    public static final ArchRule ADAPTERS_STAND_APART = slices().matching("..(*).adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("..adapter.config.."), alwaysTrue())
            .as("an adapter uses no other adapter")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("dev.capstan.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    public static final ArchRule CONSTRUCTORS_INJECT = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .as("what an object needs, its constructor says")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule PACKAGES_TELL_THEIR_STORY = classes()
            .that()
            .areTopLevelClasses()
            .should(residesInNullMarkedPackage())
            .as("every package has a package-info with @NullMarked");

    @ArchTest
    public static final ArchRule OPERATIONS_SAY_WHO_MAY = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(ErrorController.class)
            .should()
            .beAnnotatedWith(Allowed.class)
            .orShould()
            .beAnnotatedWith(Open.class)
            .as("every operation says which roles may call it")
            .allowEmptyShould(true);

    private static final Set<String> CHANCE = Set.of(
            Random.class.getName(),
            SecureRandom.class.getName(),
            ThreadLocalRandom.class.getName(),
            "java.util.SplittableRandom",
            "java.util.random.RandomGenerator");

    private static final Set<String> CLOCKED = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    private static final List<String> PORTS = List.of(
            "java.lang",
            "java.math",
            "java.nio.charset",
            "java.security",
            "java.time",
            "java.util",
            "org.jspecify",
            "org.slf4j",
            "org.springframework.transaction.annotation",
            "dev.capstan.contracts",
            "dev.capstan.trading",
            "dev.capstan.kit.alert",
            "dev.capstan.kit.consumer",
            "dev.capstan.kit.crash",
            "dev.capstan.kit.ids",
            "dev.capstan.kit.jdbc",
            "dev.capstan.kit.outbox",
            "dev.capstan.kit.problem",
            "dev.capstan.kit.turns",
            "dev.capstan.kit.security");

    private ServiceRules() {}

    private static DescribedPredicate<JavaAccess<?>> asksClockOrChance() {
        return DescribedPredicate.describe("asks a clock or chance", access -> asks(access.getTarget()));
    }

    private static boolean asks(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return CHANCE.contains(owner)
                || (CLOCKED.contains(owner) && name.equals("now"))
                || (owner.equals(Clock.class.getName()) && !name.equals("instant") && !name.equals("millis"))
                || (owner.equals(InstantSource.class.getName()) && name.equals("system"))
                || (owner.equals(UUID.class.getName()) && name.equals("randomUUID"))
                || (owner.equals(Math.class.getName()) && name.equals("random"))
                || (owner.equals(System.class.getName())
                        && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
    }

    /** Anything of the service itself but its adapters: domain, other use cases, and what other features show in their root package. */
    private static DescribedPredicate<JavaClass> isPortOrDomain() {
        return DescribedPredicate.describe("ports, domain and plain Java", type -> {
            String name = type.getBaseComponentType().getPackageName();
            boolean own = name.startsWith("dev.capstan.")
                    && !name.startsWith("dev.capstan.kit.")
                    && !name.contains(".adapter.")
                    && !name.endsWith(".adapter");
            return own
                    || name.isEmpty()
                    || PORTS.stream().anyMatch(port -> name.equals(port) || name.startsWith(port + "."));
        });
    }

    private static ArchCondition<JavaClass> residesInNullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + (marked ? " is" : " is not") + " in a @NullMarked package"));
            }
        };
    }
}
