/** Tests. */
@NullMarked
package dev.capstan.execution.account;

import org.jspecify.annotations.NullMarked;
