/** Wrong on purpose. */
@NullMarked
package dev.capstan.gateway.architecture.wrong.forwarding;

import org.jspecify.annotations.NullMarked;
