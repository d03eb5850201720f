/**
 * The one JSON dialect: decimals as strings, instants with microseconds, contract values by their text form.
 */
@NullMarked
package dev.capstan.kit.json;

import org.jspecify.annotations.NullMarked;
