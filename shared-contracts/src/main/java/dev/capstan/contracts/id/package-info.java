/**
 * Identities. Each is a record with its check in the constructor, {@code parse} for the text form and {@code toString} giving
 * that same text, so one form is used in JSON, SQL, topics and logs.
 */
@NullMarked
package dev.capstan.contracts.id;

import org.jspecify.annotations.NullMarked;
