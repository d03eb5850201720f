@NullMarked
package dev.capstan.execution.background;

import org.jspecify.annotations.NullMarked;
