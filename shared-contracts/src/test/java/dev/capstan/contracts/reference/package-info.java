/** Keeps the generated pages under docs/reference and the JSON Schemas equal to the code. */
@NullMarked
package dev.capstan.contracts.reference;

import org.jspecify.annotations.NullMarked;
