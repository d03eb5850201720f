package dev.capstan.contracts.problem;

/**
 * One thing wrong with the input.
 *
 * @param field path of the field, e.g. {@code quantity}; a header or query parameter by its own name
 * @param reason what was expected, for people
 */
public record FieldError(String field, String reason) {}
