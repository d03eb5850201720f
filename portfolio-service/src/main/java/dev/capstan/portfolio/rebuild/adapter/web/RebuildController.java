package dev.capstan.portfolio.rebuild.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Role;
import dev.capstan.portfolio.PageView;
import dev.capstan.portfolio.rebuild.application.RebuildBooks;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RebuildController {

    private final RebuildBooks rebuildBooks;
    private final HashReader hashes;

    RebuildController(RebuildBooks rebuildBooks, HashReader hashes) {
        this.rebuildBooks = rebuildBooks;
        this.hashes = hashes;
    }

    /** Answers when the books are whole again, each with what came of it. */
    @Allowed({Role.ADMIN, Role.SERVICE})
    @PostMapping("/internal/portfolio/rebuild")
    PageView<RebuiltBook> rebuild(@RequestBody RebuildRequest request) {
        return new PageView<>(rebuildBooks.rebuild(request.accountId(), request.instrumentId()), null);
    }

    @Allowed({Role.ADMIN, Role.SERVICE})
    @GetMapping("/internal/portfolio/hash")
    HashView hash(@RequestParam @Nullable AccountId accountId, @RequestParam @Nullable InstrumentId instrumentId) {
        return hashes.read(accountId, instrumentId);
    }

    /** What to rebuild; nothing given means everything. */
    record RebuildRequest(
            @Nullable AccountId accountId, @Nullable InstrumentId instrumentId) {}
}
