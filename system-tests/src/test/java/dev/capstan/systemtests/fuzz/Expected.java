package dev.capstan.systemtests.fuzz;

/** What a call may be answered; a fault of ours, or one call too many, is never right. */
enum Expected {
    ACCEPTED,
    REFUSED,

    /** Unusual, and for the operation to judge: what it refuses, it refuses clearly. */
    EITHER;

    boolean allows(int status) {
        boolean accepted = status >= 200 && status < 300;
        boolean refused = status >= 400 && status < 500 && status != 429;
        return switch (this) {
            case ACCEPTED -> accepted;
            case REFUSED -> refused;
            case EITHER -> accepted || refused;
        };
    }
}
