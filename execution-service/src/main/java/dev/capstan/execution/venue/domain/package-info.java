/**
 * The venue as the money path needs it: {@link dev.capstan.execution.venue.domain.VenueClient} and the facts it brings. Answers are
 * sealed types, so no caller can forget that an outcome may be unknown.
 */
@NullMarked
package dev.capstan.execution.venue.domain;

import org.jspecify.annotations.NullMarked;
