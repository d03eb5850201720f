/**
 * Logs as one JSON object per line ({@link dev.capstan.kit.logging.JsonLogFormat}), with secrets masked before anything is written
 * ({@link dev.capstan.kit.logging.SecretMask}).
 */
@NullMarked
package dev.capstan.kit.logging;

import org.jspecify.annotations.NullMarked;
