package dev.capstan.systemtests.fuzz;

/** What is wrong with a call. */
enum Kind {
    VALID,
    MISSING,
    EXTRA,
    WRONG_TYPE,
    BOUNDARY,
    HUGE,
    DEEP,
    NOT_JSON,
    WRONG_CHARSET,
    NO_TOKEN,
    EXPIRED_TOKEN,
    FORGED_TOKEN,
    FOREIGN_TOKEN,
    WRONG_ROLE,
    STRANGERS_ID
}
