/**
 * Operating-system processes: started in a session of their own, told apart from a stranger with the same number, ended for sure.
 *
 * <p>A {@link dev.capstan.launcher.process.RunningProcess} is one we started; a
 * {@link dev.capstan.launcher.process.ProcessIdentity} names any process by number and start time, so that a number the system has
 * given away again is never signalled; the {@link dev.capstan.launcher.process.ProcessRecords} of a data folder outlive a launcher
 * that was killed and let the next one clean up.
 */
@NullMarked
package dev.capstan.launcher.process;

import org.jspecify.annotations.NullMarked;
