/**
 * Every operation of the API, called wrongly in as many ways as there are kinds of wrong: {@link dev.capstan.systemtests.fuzz.FuzzScenario}.
 *
 * <p>What there is to call, and what a good value looks like, is read from the running API document ({@code Operation}, {@code Shape}).
 * {@code Examples} has one call of each operation that succeeds; a {@code FuzzCase} is a change that breaks exactly one thing of it.
 * {@code Verdict} judges the answer, {@code Reached} asks the service how many calls arrived at the operation, {@code BookState} is what
 * must not move.
 *
 * <p>Example: {@code POST /api/orders} with {@code quantity} a number instead of a string must be answered 400 with {@code quantity} among
 * the fields, and no row of an order may appear.
 */
@NullMarked
package dev.capstan.systemtests.fuzz;

import org.jspecify.annotations.NullMarked;
