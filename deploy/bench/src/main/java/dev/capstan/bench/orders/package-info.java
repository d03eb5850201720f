/** {@code ./capstan bench orders}: from the scheduled send of an order to its position event; see {@link dev.capstan.bench.orders.OrdersBench}. */
@NullMarked
package dev.capstan.bench.orders;

import org.jspecify.annotations.NullMarked;
