/**
 * Whether order events still reach us, which decides how far figures made from them can be trusted: {@link
 * dev.capstan.portfolio.feed.OrderFeed}.
 */
@NullMarked
package dev.capstan.portfolio.feed;

import org.jspecify.annotations.NullMarked;
