/** Who may see and change which account's limits: {@link dev.capstan.risk.access.AccountAccess}. */
@NullMarked
package dev.capstan.risk.access;

import org.jspecify.annotations.NullMarked;
