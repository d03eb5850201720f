/** Generated pages that need more than one module. */
@NullMarked
package dev.capstan.systemtests.reference;

import org.jspecify.annotations.NullMarked;
