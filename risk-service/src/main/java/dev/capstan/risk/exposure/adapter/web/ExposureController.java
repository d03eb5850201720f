package dev.capstan.risk.exposure.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import dev.capstan.risk.exposure.application.RebuildExposure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows exposure, and rebuilds it for a caller with role {@code service}. */
@RestController
class ExposureController {

    private final AccountAccess access;
    private final ExposureViews views;
    private final RebuildExposure rebuildExposure;

    ExposureController(AccountAccess access, ExposureViews views, RebuildExposure rebuildExposure) {
        this.access = access;
        this.views = views;
        this.rebuildExposure = rebuildExposure;
    }

    @Allowed
    @GetMapping("/api/risk/exposure")
    ExposureView exposure(Caller caller, @RequestParam AccountId accountId) {
        access.require(caller, accountId, Permission.VIEW);
        return views.of(accountId);
    }

    @Allowed(Role.SERVICE)
    @PostMapping("/internal/risk/rebuild/{accountId}/{instrumentId}")
    RebuildView rebuild(@PathVariable AccountId accountId, @PathVariable InstrumentId instrumentId) {
        StreamKey key = new StreamKey(accountId, instrumentId);
        return RebuildView.of(key, rebuildExposure.rebuild(key));
    }
}
