/** x. */
@NullMarked
package dev.capstan.trading;

import org.jspecify.annotations.NullMarked;
