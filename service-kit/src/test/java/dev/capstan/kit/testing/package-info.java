/**
 * What a service's integration tests need, shipped as this module's test-jar.
 *
 * <p>{@link dev.capstan.kit.testing.ServiceUnderTest} wires a service to a database of its own, to the Kafka of the module and to
 * {@link dev.capstan.kit.testing.TestTokens}, which plays Keycloak:
 *
 * <pre>{@code
 * @SpringBootTest(classes = RiskServiceApplication.class, webEnvironment = RANDOM_PORT)
 * class ReservationsIT {
 *
 *     @DynamicPropertySource
 *     static void properties(DynamicPropertyRegistry registry) {
 *         ServiceUnderTest.named("risk-service", "risk").register(registry);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.capstan.kit.testing;

import org.jspecify.annotations.NullMarked;
