package dev.capstan.kit.security;

/** Realm roles; a token carries them in the flat claim {@code roles}. */
public enum Role {
    VIEWER("viewer"),
    TRADER("trader"),
    RISK_MANAGER("risk-manager"),
    ADMIN("admin"),
    SERVICE("service");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** Its spelling in the token. */
    public String claim() {
        return claim;
    }
}
