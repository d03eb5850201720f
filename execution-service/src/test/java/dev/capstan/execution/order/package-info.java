/** Orders from the call to the end, on a real database. */
@NullMarked
package dev.capstan.execution.order;

import org.jspecify.annotations.NullMarked;
