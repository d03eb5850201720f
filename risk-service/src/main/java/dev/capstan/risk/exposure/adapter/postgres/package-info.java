/** Tables {@code instrument_exposure} and {@code booked_order}. */
@NullMarked
package dev.capstan.risk.exposure.adapter.postgres;

import org.jspecify.annotations.NullMarked;
