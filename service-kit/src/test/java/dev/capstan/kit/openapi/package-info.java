@NullMarked
package dev.capstan.kit.openapi;

import org.jspecify.annotations.NullMarked;
