/**
 * Spring plumbing that every service shares, switched on by Boot auto-configuration when the jar is on the class path.
 *
 * <p>A service gets from here: the outbox, the consumers, one problem writer for every error, token checks, health and metrics paths,
 * typed settings, JSON logs and the crash-point seam. It brings its own rules and tables.
 */
@NullMarked
package dev.capstan.kit;

import org.jspecify.annotations.NullMarked;
