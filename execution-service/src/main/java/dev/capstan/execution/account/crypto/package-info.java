/**
 * Encryption of venue keys: AES-256-GCM under one {@link dev.capstan.execution.account.crypto.MasterKey}, which comes from a
 * file that its owner alone may read.
 */
@NullMarked
package dev.capstan.execution.account.crypto;

import org.jspecify.annotations.NullMarked;
