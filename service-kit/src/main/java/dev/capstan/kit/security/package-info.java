/**
 * Who is calling ({@link dev.capstan.kit.security.Caller}), what a role may do ({@link dev.capstan.kit.security.Allowed}) and how we call
 * others ({@link dev.capstan.kit.security.ServiceClients}).
 *
 * <p>Example: {@code @Allowed({Role.TRADER, Role.ADMIN}) @PostMapping} on a method of a controller refuses a viewer with 403 before the
 * body is read.
 */
@NullMarked
package dev.capstan.kit.security;

import org.jspecify.annotations.NullMarked;
