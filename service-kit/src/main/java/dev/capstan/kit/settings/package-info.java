/**
 * Typed settings and how a wrong one stops the start.
 *
 * <p>{@code capstan-defaults.yaml} is the only place that reads the environment. It is loaded below everything else, so a service's
 * own {@code application.yaml} says its name and schema and overrides what it must. {@link
 * dev.capstan.kit.settings.CapstanSettings} is checked before the first bean is made; a service's own {@code @Validated}
 * {@code @ConfigurationProperties} records fail with the same one line: the property, the value (masked when secret), what was expected.
 */
@NullMarked
package dev.capstan.kit.settings;

import org.jspecify.annotations.NullMarked;
