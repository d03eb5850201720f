/** Order events in. */
@NullMarked
package dev.capstan.risk.exposure.adapter.kafka;

import org.jspecify.annotations.NullMarked;
