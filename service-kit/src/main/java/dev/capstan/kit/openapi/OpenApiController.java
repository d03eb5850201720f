package dev.capstan.kit.openapi;

import dev.capstan.kit.security.Open;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /openapi}: open, like {@code /metrics}, and never routed by the gateway. */
@RestController
class OpenApiController {

    private final OwnDocument document;

    OpenApiController(OwnDocument document) {
        this.document = document;
    }

    @Open
    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode openapi() {
        return document.get();
    }
}
