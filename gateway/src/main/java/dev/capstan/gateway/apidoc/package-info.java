/**
 * One OpenAPI document of all services at {@code GET /api/openapi.json}, and a page that shows it at {@code /docs}.
 *
 * <p>{@link dev.capstan.gateway.apidoc.ServiceDocuments} reads each service's own document and keeps the last one it got; {@code
 * MergedDocument} puts those paths together that the gateway routes, with what the gateway adds to each: limits of calls.
 */
@NullMarked
package dev.capstan.gateway.apidoc;

import org.jspecify.annotations.NullMarked;
