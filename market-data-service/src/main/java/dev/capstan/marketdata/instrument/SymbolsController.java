package dev.capstan.marketdata.instrument;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feeds/symbols}. */
@RestController
class SymbolsController {

    /** All of them on one page: a venue lists hundreds, not millions. */
    record SymbolsView(
            List<ListedInstrument> items, @Nullable String nextCursor) {}

    private final InstrumentCatalog catalog;

    SymbolsController(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    @Allowed
    @GetMapping("/api/feeds/symbols")
    SymbolsView symbols() {
        try {
            return new SymbolsView(catalog.instruments(), null);
        } catch (VenueUnavailableException e) {
            throw ProblemException.retryLater(ProblemCode.SERVICE_UNAVAILABLE, "The venue does not answer.", 5);
        }
    }
}
