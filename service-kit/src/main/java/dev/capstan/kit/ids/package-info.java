/**
 * Generation of time-ordered ids.
 */
@NullMarked
package dev.capstan.kit.ids;

import org.jspecify.annotations.NullMarked;
