@NullMarked
package dev.capstan.kit.tracing;

import org.jspecify.annotations.NullMarked;
