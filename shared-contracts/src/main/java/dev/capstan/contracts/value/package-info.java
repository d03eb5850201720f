/**
 * Numbers with a unit and the closed sets of the field's vocabulary. Decimals are never {@code double}; their text form is plain
 * notation with the scale they were given.
 */
@NullMarked
package dev.capstan.contracts.value;

import org.jspecify.annotations.NullMarked;
