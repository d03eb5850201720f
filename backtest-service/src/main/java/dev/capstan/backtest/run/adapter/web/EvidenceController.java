package dev.capstan.backtest.run.adapter.web;

import dev.capstan.backtest.evidence.ObjectStore;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The evidence document as it is kept: not one byte of it is made for the answer. */
@RestController
class EvidenceController {

    private final RunAccess access;
    private final ObjectStore objects;

    EvidenceController(RunAccess access, ObjectStore objects) {
        this.access = access;
        this.objects = objects;
    }

    @Allowed
    @GetMapping(path = "/api/backtest/result/{backtestId}/evidence", produces = MediaType.APPLICATION_JSON_VALUE)
    void evidence(Caller caller, @PathVariable RunId backtestId, HttpServletResponse response) throws IOException {
        RunResult result = access.requireResult(access.require(caller, backtestId));
        try (InputStream evidence = objects.open(result.storageKey()).orElseThrow(RunAccess::notFound)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            evidence.transferTo(response.getOutputStream());
        }
    }
}
