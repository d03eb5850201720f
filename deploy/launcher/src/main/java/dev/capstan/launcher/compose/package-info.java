/**
 * What the stack of {@code deploy/compose} needs beside its images: {@link dev.capstan.launcher.compose.ComposeFolder} with the secrets and
 * settings of one installation, and {@link dev.capstan.launcher.compose.ComposeJobs}, which the one-shot containers run.
 *
 * <p>Everything here is the local stack's own code pointed at other addresses, so that the two cannot differ.
 */
@NullMarked
package dev.capstan.launcher.compose;

import org.jspecify.annotations.NullMarked;
