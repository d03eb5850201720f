/**
 * The OpenAPI 3.1 document of a service at {@code /openapi}, made of what runs: the mapped handler methods, their parameters and
 * constraints, the records they take and answer, and the roles that {@link dev.capstan.kit.security.Allowed} names.
 *
 * <p>{@link dev.capstan.kit.openapi.ApiDocument} puts it together, {@code Operations} describes a handler method, {@code Schemas} the
 * types. Nothing is annotated for the document's sake, so it cannot say other than what the code does: a record's component that is not
 * {@code @Nullable} is required in the JSON and in the document alike.
 *
 * <p>Example: {@code @RequestParam @Max(500) int limit} becomes a query parameter of type integer with {@code "maximum": 500}.
 */
@NullMarked
package dev.capstan.kit.openapi;

import org.jspecify.annotations.NullMarked;
