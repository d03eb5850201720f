package dev.capstan.kit.security;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Realm roles; a token carries them in the flat claim {@code roles}. In Spring Security's words they are spelled as in the token:
 * {@code hasRole('risk-manager')}.
 */
public enum Role {
    VIEWER("viewer"),
    TRADER("trader"),
    RISK_MANAGER("risk-manager"),
    ADMIN("admin"),
    SERVICE("service");

    static final String AUTHORITY_PREFIX = "ROLE_";

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority(AUTHORITY_PREFIX + claim);
    }

    /** Its spelling in the token. */
    public String claim() {
        return claim;
    }
}
