/**
 * Steps of a market that stands still, taken when the whole stack is quiet.
 *
 * <pre>{@code
 * StepDriver driver = StepDriver.of(stack);
 * driver.add(everyRunHasRecordedTheCandle);
 * while (!driver.step().ended()) {
 *     // what the candle caused is being done, and is done before the next one
 * }
 * }</pre>
 */
@NullMarked
package dev.capstan.launcher.step;

import org.jspecify.annotations.NullMarked;
