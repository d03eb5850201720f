package dev.capstan.kit.security;

import java.util.Set;

/**
 * Who makes the current HTTP call: the verified token's subject and roles.
 *
 * <p>Controllers take it as a parameter. When a service (role {@code service}) calls for a stored user with {@code
 * Capstan-On-Behalf-Of}, {@code subject} is that user and {@code viaService} is true.
 *
 * @param subject Keycloak subject
 * @param viaService true when a service speaks for the subject
 */
public record Caller(String subject, Set<Role> roles, boolean viaService) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
