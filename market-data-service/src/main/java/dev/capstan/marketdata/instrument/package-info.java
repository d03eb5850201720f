/** What the venue lists: {@link dev.capstan.marketdata.instrument.InstrumentCatalog}, shown by {@code GET /api/feeds/symbols}. */
@NullMarked
package dev.capstan.marketdata.instrument;

import org.jspecify.annotations.NullMarked;
