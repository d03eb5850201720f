/**
 * Kills or freezes the process at a named place, when a test asked for it.
 *
 * <p>A test writes a plan file, e.g. {@code CLAIM_COMMITTED kill 1}, at the path given by the system property {@code
 * capstan.crash-points.plan}; see {@link dev.capstan.crashpoints.CrashPlan}. The first process that reaches the place takes the plan (by
 * renaming it, which succeeds for one thread of one process only), notes what it did beside it, and ends itself with SIGKILL or stops itself
 * with SIGSTOP.
 */
@NullMarked
package dev.capstan.crashpoints;

import org.jspecify.annotations.NullMarked;
