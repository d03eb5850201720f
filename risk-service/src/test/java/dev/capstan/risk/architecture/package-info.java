/** Classes that break the architecture on purpose, so that its rules are seen to fail. */
@NullMarked
package dev.capstan.risk.architecture;

import org.jspecify.annotations.NullMarked;
