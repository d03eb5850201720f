/** Who may see which account: {@link dev.capstan.portfolio.access.AccountAccess}. */
@NullMarked
package dev.capstan.portfolio.access;

import org.jspecify.annotations.NullMarked;
