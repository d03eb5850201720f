/**
 * Who is calling ({@link dev.capstan.kit.security.Caller}) and how we call others ({@link
 * dev.capstan.kit.security.ServiceClients}).
 */
@NullMarked
package dev.capstan.kit.security;

import org.jspecify.annotations.NullMarked;
