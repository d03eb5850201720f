package dev.capstan.gateway.idempotency;

/** Whose key it is: two users may choose the same key and never see each other's answers. */
record CallId(String subject, IdempotencyKey key) {}
