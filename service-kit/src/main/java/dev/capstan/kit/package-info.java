/** x. */
@NullMarked
package dev.capstan.kit;

import org.jspecify.annotations.NullMarked;
