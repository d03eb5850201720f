/**
 * The rules of package dependencies, the same for every service. A service has them checked with one class:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.capstan.risk", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ServiceRules.class);
 * }
 * }</pre>
 *
 * <p>Each rule has a class in {@code wrong} that breaks it, and a test that sees the rule fail: a rule nobody has seen fail proves
 * nothing.
 */
@NullMarked
package dev.capstan.kit.architecture;

import org.jspecify.annotations.NullMarked;
