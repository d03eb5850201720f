package dev.capstan.contracts.account;

/**
 * Access given to another user.
 *
 * @param subject the Keycloak subject
 */
public record AccountGrant(String subject, Permission permission) {}
