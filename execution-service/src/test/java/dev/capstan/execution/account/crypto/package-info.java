/** Tests. */
@NullMarked
package dev.capstan.execution.account.crypto;

import org.jspecify.annotations.NullMarked;
