/**
 * The smallest service there is, to test the kit with. Its migrations are in {@code db/kit-sample}, because every service has this
 * test-jar on its class path and {@code db/migration} is theirs.
 */
@NullMarked
package dev.capstan.kit.sample;

import org.jspecify.annotations.NullMarked;
