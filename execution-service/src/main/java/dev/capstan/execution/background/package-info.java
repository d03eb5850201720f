/**
 * Work that goes on by itself: {@link dev.capstan.execution.background.BackgroundLoop} runs a round again and again until the service
 * stops, at once when it is signaled.
 */
@NullMarked
package dev.capstan.execution.background;

import org.jspecify.annotations.NullMarked;
