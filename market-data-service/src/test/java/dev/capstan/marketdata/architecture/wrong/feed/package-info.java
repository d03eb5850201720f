/** Wrong on purpose. */
@NullMarked
package dev.capstan.marketdata.architecture.wrong.feed;

import org.jspecify.annotations.NullMarked;
