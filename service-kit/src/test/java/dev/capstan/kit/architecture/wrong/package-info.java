/** Classes that break the rules, each one. */
@NullMarked
package dev.capstan.kit.architecture.wrong;

import org.jspecify.annotations.NullMarked;
