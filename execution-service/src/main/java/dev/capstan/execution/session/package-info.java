/**
 * Which replica may speak to the venue for an account: a lease row with a fence, checked by every claim.
 */
@NullMarked
package dev.capstan.execution.session;

import org.jspecify.annotations.NullMarked;
