/**
 * The closed list of error codes of the HTTP API, {@link dev.capstan.contracts.problem.ProblemCode}.
 */
@NullMarked
package dev.capstan.contracts.problem;

import org.jspecify.annotations.NullMarked;
